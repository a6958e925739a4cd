using Ledger.Text;

namespace Ledger.Domain.Stories;

/// <summary>What became of a block. A block that moved may say something else, too: look at its fields.</summary>
public enum BlockChange { Same, Changed, Added, Removed, Moved }

/// <summary>One field on both sides.</summary>
/// <param name="Name">As in the JSON form of a story: <c>headline</c>, <c>text</c>, <c>speaker</c>.</param>
/// <param name="Runs">The words of both sides in reading order, never empty.</param>
public sealed record FieldDiff(string Name, IReadOnlyList<DiffRun> Runs)
{
    public bool IsChanged => Runs.Any(run => run.Kind != DiffKind.Same);
}

/// <summary>One block on both sides.</summary>
/// <param name="Type">Its type after the change, or before it where the block is gone.</param>
/// <param name="Fields">The fields that either side has, changed or not; the type only where it changed.</param>
public sealed record BlockRow(BlockChange Change, string BlockId, BlockType Type, IReadOnlyList<FieldDiff> Fields);

/// <summary>What differs between two articles, word by word.</summary>
/// <param name="Fields">The fields above the body that either side has, changed or not, as a reader meets them.</param>
/// <param name="Blocks">Every block of either side in reading order: a moved one at its new place.</param>
public sealed record ArticleDiff(IReadOnlyList<FieldDiff> Fields, IReadOnlyList<BlockRow> Blocks)
{
    /// <summary>Whether both articles say the same in the same order.</summary>
    public bool IsEmpty => !Fields.Any(part => part.IsChanged) && Blocks.All(row => row.Change == BlockChange.Same);

    public static ArticleDiff Compare(Article before, Article after) => new(
        Rows(ArticleFields.Of(before), ArticleFields.Of(after)),
        [.. BlockDiff.Compare(IdsOf(before), IdsOf(after)).Select(pair => Row(
            pair.Before is { } i ? before.Blocks[i] : null,
            pair.After is { } j ? after.Blocks[j] : null,
            pair.Moved))]);

    private static List<string> IdsOf(Article article) => [.. article.Blocks.Select(block => block.Id)];

    private static BlockRow Row(Block? before, Block? after, bool moved)
    {
        var change = (before, after) switch
        {
            (null, _) => BlockChange.Added,
            (_, null) => BlockChange.Removed,
            _ when moved => BlockChange.Moved,
            _ => before.Equals(after) ? BlockChange.Same : BlockChange.Changed,
        };
        var block = after ?? before ?? throw new ArgumentException("A row needs a block on one side.", nameof(after));
        var (from, to) = (ArticleFields.Of(before, after), ArticleFields.Of(after, before));
        return new(change, block.Id, block.Type, Rows(from, to));
    }

    private static List<FieldDiff> Rows(IReadOnlyList<NamedText> before, IReadOnlyList<NamedText> after) =>
        [.. before.Zip(after)
            .Where(sides => !string.IsNullOrEmpty(sides.First.Text) || !string.IsNullOrEmpty(sides.Second.Text))
            .Select(sides => new FieldDiff(sides.First.Name, Runs(sides.First, sides.Second)))];

    private static IReadOnlyList<DiffRun> Runs(NamedText before, NamedText after) =>
        (before.Text ?? "", after.Text ?? "", before.IsProse) switch
        {
            var (from, to, _) when from == to => [new(DiffKind.Same, to)],
            ("", var to, _) => [new(DiffKind.Added, to)],
            (var from, "", _) => [new(DiffKind.Removed, from)],
            (var from, var to, true) => WordDiff.Compare(from, to),
            (var from, var to, false) => [new(DiffKind.Removed, from), new(DiffKind.Added, to)],
        };
}
