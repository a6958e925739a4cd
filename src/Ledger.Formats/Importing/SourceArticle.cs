using System.Text;
using Ledger.Domain.Imports;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Importing;

/// <summary>What the richer formats share when an item of theirs becomes a revision.</summary>
internal static class SourceArticle
{
    // Two of them make a key, and an index of PostgreSQL takes keys of some 2,700 bytes.
    public const int LongestName = 1_200;

    private const StringSplitOptions Trimmed =
        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A body without blocks would not be an article: it is one empty paragraph.</summary>
    public static SourceRevision With(SourceRevision revision, SourceDetail detail)
    {
        var blocks = detail.Blocks.Count > 0
            ? detail.Blocks
            : [new Block { Id = "", Type = BlockType.Paragraph, Text = "" }];
        return revision with
        {
            Text = string.Join("\n\n", blocks.Select(block => block.ToBodyText())),
            Detail = detail with { Blocks = blocks, Credits = [.. detail.Credits.Distinct()] },
        };
    }

    /// <summary>The paragraphs of a plain text, parted by empty lines.</summary>
    public static List<Block> Paragraphs(string text) =>
    [
        .. text.ReplaceLineEndings("\n").Split("\n\n", Trimmed)
            .Select(paragraph => new Block { Id = "", Type = BlockType.Paragraph, Text = paragraph }),
    ];

    /// <summary>
    /// A number for a revision that has none but a time: seconds since 2000, so that a later one has a higher number.
    /// </summary>
    public static int NumberOf(DateTimeOffset time) =>
        (int)Math.Clamp((time - Epoch).TotalSeconds, 1, int.MaxValue);

    /// <summary>The system that an item comes from: the host of its address, or a word for one without.</summary>
    public static string Host(string? address, string otherwise) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : otherwise;

    /// <exception cref="InputFormatException">The name cannot be part of a key.</exception>
    public static string Name(string? name, string what)
    {
        var trimmed = name?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            throw new InputFormatException($"{what} is missing");

        if (Encoding.UTF8.GetByteCount(trimmed) > LongestName)
            throw new InputFormatException(FormattableString.Invariant($"{what} has more than {LongestName} bytes"));

        return trimmed.Any(char.IsControl)
            ? throw new InputFormatException($"{what} holds a control character")
            : trimmed;
    }

    public static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The articles in the order in which they are met first, their revisions rising.</summary>
    /// <exception cref="InputFormatException">Two revisions of one article have the same number.</exception>
    public static IEnumerable<SourceRevision> InOrder(IEnumerable<SourceRevision> revisions)
    {
        foreach (var article in revisions.GroupBy(revision => (revision.Source, revision.Article)))
        {
            SourceRevision? before = null;
            foreach (var revision in article.OrderBy(revision => revision.Revision))
            {
                if (before?.Revision == revision.Revision)
                    throw new InputFormatException(FormattableString.Invariant(
                        $"Version {revision.Revision} of '{revision.Article}' is there twice"));

                yield return before = revision;
            }
        }
    }
}
