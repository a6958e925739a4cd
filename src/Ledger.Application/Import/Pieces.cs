using System.Runtime.CompilerServices;
using Ledger.Domain.Imports;

namespace Ledger.Application.Import;

/// <summary>Some lines of one article that follow each other: what is decided and appended at once.</summary>
/// <param name="FirstLine">The number of the first of them in the set.</param>
/// <param name="Text">The characters of their texts together.</param>
/// <param name="StartsArticle">Whether no other piece of the article stands right before this one.</param>
internal sealed record Piece(IReadOnlyList<SourceRevision> Lines, long FirstLine, int Text, bool StartsArticle)
{
    public string Source => Lines[0].Source;
    public string Article => Lines[0].Article;

    public bool IsOfSameArticle(Piece other) => Source == other.Source && Article == other.Article;
}

internal static class Pieces
{
    private const int MostLines = 200;
    private const int MostText = 1_000_000;

    /// <summary>Cuts a set where an article ends, and within one where a piece grows too large for memory.</summary>
    public static async IAsyncEnumerable<Piece> CutAsync(
        IAsyncEnumerable<SourceRevision> revisions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new List<SourceRevision>();
        var (number, text, startsArticle) = (0L, 0, true);
        await foreach (var line in revisions.WithCancellation(cancellationToken))
        {
            var sameArticle = lines.Count > 0 && lines[0].Source == line.Source && lines[0].Article == line.Article;
            if (lines.Count > 0 && !(sameArticle && lines.Count < MostLines && text < MostText))
            {
                yield return new(lines, number - lines.Count + 1, text, startsArticle);
                (lines, text, startsArticle) = ([], 0, !sameArticle);
            }

            lines.Add(line);
            text += line.Text.Length;
            number++;
        }

        if (lines.Count > 0)
            yield return new(lines, number - lines.Count + 1, text, startsArticle);
    }
}
