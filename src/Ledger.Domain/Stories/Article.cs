namespace Ledger.Domain.Stories;

/// <summary>All that a reader sees of a story at one moment.</summary>
/// <remarks>Two articles are equal when every field, credit and block is, in the same order.</remarks>
public sealed record Article
{
    public required string Headline { get; init; }
    public string? Standfirst { get; init; }
    public string? Section { get; init; }

    /// <summary>A BCP 47 language tag, such as <c>en</c> or <c>ar-IQ</c>.</summary>
    public required string Language { get; init; }
    public string? Dateline { get; init; }
    public IReadOnlyList<Credit> Credits { get; init; } = [];
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>The body alone: the text of each block, parted by an empty line.</summary>
    public string ToBodyText() => string.Join("\n\n", Blocks.Select(block => block.ToBodyText()));

    /// <summary>The block of that id, or null when the article has none.</summary>
    public Block? Find(string blockId) => Blocks.FirstOrDefault(block => block.Id == blockId);

    /// <inheritdoc/>
    public bool Equals(Article? other) =>
        other is not null && Headline == other.Headline && Standfirst == other.Standfirst
        && Section == other.Section && Language == other.Language && Dateline == other.Dateline
        && Credits.SequenceEqual(other.Credits) && Blocks.SequenceEqual(other.Blocks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Headline, Standfirst, Blocks.Count);
}
