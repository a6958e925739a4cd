using Ledger.Domain;
using Ledger.Domain.Drafts;

namespace Ledger.Application;

/// <summary>What a command came to.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <summary>The story is now as the command wants it.</summary>
    /// <param name="Version">The version of the story's stream.</param>
    /// <param name="Position">The position of the story's last event in the log.</param>
    /// <param name="Revision">The number of published states so far.</param>
    /// <param name="Changed">False when it was so already and nothing was added.</param>
    /// <param name="CorrectionId">The id of the correction that the command issued, where it did.</param>
    /// <param name="Repeated">
    /// True when the request was carried out before under its key: all else is as it was then.
    /// </param>
    public sealed record Done(
        Guid StoryId, string Slug, long Version, long Position, int Revision, bool Changed,
        Guid? CorrectionId = null, bool Repeated = false) : Outcome;

    /// <summary>A second person has to agree, or a time has to come, so that it was written down as a draft.</summary>
    /// <param name="Version">The version of the draft's stream.</param>
    public sealed record Drafted(
        Guid DraftId, Guid StoryId, string Slug, long Version, long Position, DraftStatus Status,
        bool Repeated = false) : Outcome;

    /// <summary>A rule said no, and nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : Outcome;
}
