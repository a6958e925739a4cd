using System.Runtime.CompilerServices;
using Ledger.Domain.Imports;
using Ledger.Formats.Importing;

namespace Ledger.Formats.NewsMl;

/// <summary>NewsML-G2 text items: one, or a message with many.</summary>
public static class NewsMlReader
{
    private const int Longest = 256 << 20;

    /// <summary>Reads all items, the versions of each rising. Gzip is recognised by its first bytes.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="now">No item may be under embargo then.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="InputFormatException">
    /// It is no such item or message, an item lacks what names it, or is still under embargo.
    /// </exception>
    public static async IAsyncEnumerable<SourceRevision> ReadAsync(
        Stream stream, DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Versions may come in any order, so that all of them are read before the first is passed on.
        await using var whole = await PackedInput.ReadWholeAsync(stream, Longest, cancellationToken);
        foreach (var revision in SourceArticle.InOrder(await ItemsAsync(whole, now, cancellationToken)))
            yield return revision;
    }

    private static async Task<List<SourceRevision>> ItemsAsync(
        Stream whole, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var xml = new ForeignXml(whole);
        var items = new List<SourceRevision>();
        var isNewsMl = false;
        var more = await xml.ReadAsync();
        while (more)
        {
            if (xml.Element == "newsItem")
            {
                isNewsMl = true;
                var item = await xml.TakeAsync(cancellationToken);
                if (NewsMlItem.IsPublicText(item))
                    items.Add(new NewsMlItem(item).ToRevision(now));
            }
            else
            {
                isNewsMl |= xml.Element == "newsMessage";
                if (!isNewsMl && xml.Element is { } other)
                {
                    var problem = $"NewsML-G2 begins with 'newsItem' or 'newsMessage', not with '{other}'";
                    throw new InputFormatException(problem);
                }

                more = await xml.ReadAsync();
            }
        }

        return isNewsMl ? items : throw new InputFormatException("There is no item in it");
    }
}
