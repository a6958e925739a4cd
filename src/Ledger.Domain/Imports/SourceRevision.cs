using Ledger.Domain.Stories;

namespace Ledger.Domain.Imports;

/// <summary>One revision of an article in another system.</summary>
/// <param name="Source">The system it comes from.</param>
/// <param name="Article">The article's name there; one story per source and article.</param>
/// <param name="Revision">The revision's number there, 1 or more, rising.</param>
/// <param name="At">When it was made there; becomes the claimed time.</param>
/// <param name="Text">The whole body, kept to the byte.</param>
public sealed record SourceRevision(
    string Source, string Article, int Revision, DateTimeOffset At, string? Author, string? Comment,
    string? Title, string Text, string? Summary, string? Byline)
{
    /// <summary>The language, where the source names it.</summary>
    public string? Language { get; init; }

    /// <summary>What the source says beside headline, standfirst and text; null where it says no more.</summary>
    public SourceDetail? Detail { get; init; }

    /// <summary>Whether the source took the article back with this revision.</summary>
    public bool IsCancelled { get; init; }
}

/// <summary>The parts of an article that only richer formats than plain text have.</summary>
/// <remarks>Two details are equal when every part is, in the same order.</remarks>
/// <param name="Blocks">The body, its blocks without ids; joined, their texts are the text of the revision.</param>
/// <param name="Credits">All credits, the authors among them.</param>
public sealed record SourceDetail(
    IReadOnlyList<Block> Blocks, IReadOnlyList<Credit> Credits, string? Section, string? Dateline)
{
    /// <inheritdoc/>
    public bool Equals(SourceDetail? other) =>
        other is not null && Section == other.Section && Dateline == other.Dateline
        && Credits.SequenceEqual(other.Credits) && Blocks.SequenceEqual(other.Blocks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Section, Dateline, Credits.Count, Blocks.Count);
}
