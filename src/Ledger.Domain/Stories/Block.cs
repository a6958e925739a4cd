namespace Ledger.Domain.Stories;

/// <summary>The kinds of block an article is made of.</summary>
public enum BlockType { Paragraph, Heading, Quote, List, Image, Note }

/// <summary>One piece of an article's body, with an id that it keeps for life.</summary>
/// <remarks>
/// Which properties are used depends on <see cref="Type"/>: <see cref="Items"/> belongs to lists,
/// <see cref="Speaker"/> to quotes, <see cref="Url"/>, <see cref="Alt"/>, <see cref="Caption"/> and
/// <see cref="Credit"/> to images, <see cref="Text"/> to all others. Two blocks are equal when all of it is.
/// </remarks>
public sealed record Block
{
    /// <summary>Unique within the story, 1 to 64 of <c>A-Z a-z 0-9 . _ -</c>.</summary>
    public required string Id { get; init; }
    public required BlockType Type { get; init; }

    /// <summary>The words, with the inline markup of a small Markdown subset; never HTML.</summary>
    public string? Text { get; init; }
    public IReadOnlyList<string>? Items { get; init; }

    /// <summary>Who said it.</summary>
    public string? Speaker { get; init; }
    public string? Url { get; init; }

    /// <summary>What the picture shows, for those who do not see it.</summary>
    public string? Alt { get; init; }
    public string? Caption { get; init; }

    /// <summary>Who took or supplied the picture.</summary>
    public string? Credit { get; init; }

    /// <summary>The block as plain text: its words, the lines of its list, or the caption of its picture.</summary>
    public string ToBodyText() => Type switch
    {
        BlockType.List => string.Join('\n', Items ?? []),
        BlockType.Image => Caption ?? "",
        BlockType.Paragraph or BlockType.Heading or BlockType.Quote or BlockType.Note => Text ?? "",
    };

    /// <inheritdoc/>
    public bool Equals(Block? other) =>
        ReferenceEquals(this, other) || other is not null && Id == other.Id && SameContent(other);

    /// <summary>Whether both say the same, whatever their ids.</summary>
    public bool SameContent(Block other) =>
        Type == other.Type && Text == other.Text && Speaker == other.Speaker && Url == other.Url
        && Alt == other.Alt && Caption == other.Caption && Credit == other.Credit
        && (Items == other.Items || (Items ?? []).SequenceEqual(other.Items ?? []));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Type, Text, Caption);
}
