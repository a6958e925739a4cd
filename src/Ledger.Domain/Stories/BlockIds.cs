using System.Globalization;

namespace Ledger.Domain.Stories;

internal static class BlockIds
{
    private const int MostCharacters = 64;

    public static bool IsWellFormed(string id) =>
        id.Length is >= 1 and <= MostCharacters && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');

    /// <summary>The article with a new id for each block that has none, above all that were ever given.</summary>
    public static Article Complete(Article article, int lastNumber)
    {
        var number = Highest(lastNumber, article.Blocks);
        return article with
        {
            Blocks = article.Blocks.MapOrSame(block =>
                block.Id.Length > 0 ? block : block with { Id = Number(++number) }),
        };
    }

    /// <summary>The highest number among ids of our form, or <paramref name="floor"/> when that is higher.</summary>
    public static int Highest(int floor, IReadOnlyList<Block> blocks)
    {
        var highest = floor;
        for (var i = 0; i < blocks.Count; i++)
            highest = Math.Max(highest, NumberOf(blocks[i].Id));

        return highest;
    }

    private static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"b{n}");

    private static int NumberOf(string id) =>
        id.Length is > 1 and < 10 && id[0] == 'b'
        && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
