using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>What somebody wants done with a draft.</summary>
public abstract record DraftCommand
{
    private DraftCommand() { }

    public sealed record Draft(Guid StoryId, long BaseVersion, DraftContent Content) : DraftCommand;

    public sealed record Edit(long BaseVersion, DraftContent Content) : DraftCommand;

    public sealed record Submit : DraftCommand;

    /// <param name="Authors">The ids of those who wrote the text of the story.</param>
    public sealed record Approve(IReadOnlyCollection<string> Authors) : DraftCommand;

    public sealed record Reject(string Reason) : DraftCommand;

    public sealed record Discard(string? Reason) : DraftCommand;

    /// <summary>Publishes at once what the policy lets one editor publish, to be approved afterwards.</summary>
    public sealed record Rush : DraftCommand;

    /// <summary>The story's stream has it.</summary>
    public sealed record MarkPublished(long StoryVersion) : DraftCommand;

    /// <summary>The story refused it.</summary>
    public sealed record Return(Refusal Because) : DraftCommand;
}

/// <summary>Who asks, when, and by which rules.</summary>
/// <param name="IsStandards">Whether they are a standards editor.</param>
public sealed record DraftSituation(
    Person By, bool IsStandards, DateTimeOffset Now, PolicyState Policy, Limits Limits);
