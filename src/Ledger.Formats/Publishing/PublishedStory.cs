using Ledger.Domain.Stories;

namespace Ledger.Formats.Publishing;

/// <summary>Whether a story may be used, in the words of those who exchange news.</summary>
public enum Usability { Usable, Retracted, Withdrawn }

/// <summary>What the last change of a story tells those who have it.</summary>
public enum ChangeSignal { None, Update, Correction }

/// <summary>One state of a story, as the formats need it that others read. All addresses are absolute.</summary>
/// <remarks>Where it was withdrawn, the article has a headline and nothing else, and there are no notes.</remarks>
public sealed record PublishedStory
{
    public required Guid Id { get; init; }

    /// <summary>The address that the story has for ever.</summary>
    public required string Permanent { get; init; }

    /// <summary>The address of its page.</summary>
    public required string Page { get; init; }
    public required string Slug { get; init; }
    public required int Revision { get; init; }

    /// <summary>The page of this revision.</summary>
    public required string RevisionPage { get; init; }

    /// <summary>The page of the revision before; null for the first.</summary>
    public string? PreviousPage { get; init; }

    /// <summary>Whether this is said of the revision alone, and not of the story as it is now.</summary>
    public bool IsRevision { get; init; }
    public required Article Article { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>When this revision went out.</summary>
    public required DateTimeOffset RevisedAt { get; init; }
    public Usability Usability { get; init; }

    /// <summary>What stands above a retracted or in place of a withdrawn story.</summary>
    public string? Notice { get; init; }
    public ChangeSignal Signal { get; init; }

    /// <summary>Why this revision was made, as the public is told.</summary>
    public string? Reason { get; init; }
    public IReadOnlyList<PublishedNote> Notes { get; init; } = [];
    public required PublishedBy By { get; init; }

    /// <summary>What receivers are told of this state: what is wrong and right, the notice, or why.</summary>
    public string? Instruction => Usability == Usability.Usable ? Reason : Notice;
}

/// <summary>A newsroom, its site, and where it says how it corrects.</summary>
public sealed record PublishedBy(string Name, string Site, string CorrectionsPolicy);

/// <summary>A correction of a story.</summary>
/// <param name="Revision">The first revision that has it.</param>
public sealed record PublishedNote(
    Guid Id, string Address, CorrectionClass Class, Severity Severity, string Text, IReadOnlyList<Claim> Claims,
    int Revision, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, bool IsWithdrawn);
