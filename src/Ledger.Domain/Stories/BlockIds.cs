using System.Globalization;

namespace Ledger.Domain.Stories;

internal static class BlockIds
{
    public static string Number(int n) => string.Create(CultureInfo.InvariantCulture, $"b{n}");

    /// <summary>The highest number in use among ids of our own form, or <paramref name="floor"/> when that is higher.</summary>
    public static int Highest(int floor, IReadOnlyList<Block> blocks) =>
        blocks.Aggregate(floor, (highest, block) => Math.Max(highest, NumberOf(block.Id)));

    private static int NumberOf(string id) =>
        id.Length is > 1 and < 10 && id[0] == 'b'
        && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
