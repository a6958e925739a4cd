using FsCheck.Fluent;

namespace Ledger.Text.Tests;

public sealed class BlockDiffTests
{
    [Theory]
    [InlineData("a b c", "a b c", "a b c")]
    [InlineData("", "a", "+a")]
    [InlineData("a", "", "-a")]
    [InlineData("a b c", "a x c", "a -b +x c")]
    [InlineData("a b c", "x a c y", "+x a -b c +y")]
    [InlineData("a b c d", "d a b c", "~d a b c")]
    [InlineData("a b c d", "b c d a", "b c d ~a")]
    [InlineData("a b c d e", "a d c b e", "a ~d ~c b e")]
    [InlineData("x a b", "a y b", "-x a +y b")]
    [InlineData("a m x b c", "a b c m", "a -x b c ~m")]
    [InlineData("a b", "c d", "-a -b +c +d")]
    public void Pairs_come_in_reading_order(string before, string after, string expected)
    {
        var (old, @new) = (Split(before), Split(after));

        var pairs = BlockDiff.Compare(old, @new).Select(pair => pair switch
        {
            { Before: null, After: { } j } => $"+{@new[j]}",
            { Before: { } i, After: null } => $"-{old[i]}",
            { Moved: true, After: { } j } => $"~{@new[j]}",
            { After: { } j } => @new[j],
            _ => "neither",
        });

        Assert.Equal(expected, string.Join(' ', pairs));
    }

    [Fact]
    public void Every_block_of_both_sides_has_one_row()
    {
        var ids = Gen.Shuffle(Enumerable.Range(0, 12).Select(n => $"b{n}")).Select(all => all.Take(8).ToList());
        Law.Holds(Gen.Zip(ids, ids), sides =>
        {
            var pairs = BlockDiff.Compare(sides.Item1, sides.Item2);

            Assert.Equal(Enumerable.Range(0, 8), pairs.Select(pair => pair.After).OfType<int>());
            Assert.Equal(Enumerable.Range(0, 8), pairs.Select(pair => pair.Before).OfType<int>().Order());
            Assert.All(pairs.Where(pair => pair is { Before: not null, After: not null }), pair =>
                Assert.Equal(sides.Item1[pair.Before!.Value], sides.Item2[pair.After!.Value]));
            Assert.Equal(Unmoved(pairs).Order(), Unmoved(pairs));
        });
    }

    [Fact]
    public void An_id_that_occurs_twice_is_a_defect_of_the_caller()
    {
        var defect = Assert.Throws<ArgumentException>(() => BlockDiff.Compare(["a"], ["b", "c", "b"]));
        Assert.Contains("'b' is both number 0 and 2", defect.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<int> Unmoved(IReadOnlyList<BlockPair> pairs) =>
        pairs.Where(pair => !pair.Moved && pair.After is not null).Select(pair => pair.Before).OfType<int>();

    private static string[] Split(string ids) => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
