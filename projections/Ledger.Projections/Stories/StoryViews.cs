using Ledger.Domain.Stories;
using Ledger.Projections.Searching;

namespace Ledger.Projections.Stories;

public enum StoryStatus { Published, Retracted, Withdrawn, Removed }

/// <summary>A story as it is now.</summary>
/// <param name="Revision">The number of published states so far; the text shown is that of this one.</param>
/// <param name="Version">The version of its stream; also its ETag.</param>
/// <param name="Position">The position of its last event in the log.</param>
/// <param name="Notice">What stands above a retracted or in place of a withdrawn or removed story.</param>
/// <param name="PublishedAt">When its first state is said to have gone out.</param>
public sealed record StoryView(
    Guid Id, string Slug, StoryStatus Status, string? Notice, int Revision, long Version, long Position,
    DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt, Article Article)
{
    /// <summary>On what it was removed; null where it was not.</summary>
    public RemovalBasis? Basis { get; init; }

    /// <summary>The address of whoever the removal is carried out by, where that is said.</summary>
    public string? BlockedBy { get; init; }
}

/// <summary>A story in a list.</summary>
public sealed record StorySummary(
    Guid Id, string Slug, string Headline, string? Standfirst, string? Section, string Language, StoryStatus Status,
    int Revision, int Corrections, DateTimeOffset PublishedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Where in the story the words are that were looked for; null where none were.</summary>
    public IReadOnlyList<FoundRun>? Found { get; init; }
}

/// <summary>One page of a list; the cursor asks for the next, null when this is the last.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor);
