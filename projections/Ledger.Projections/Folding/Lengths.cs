using Ledger.Domain.Stories;

namespace Ledger.Projections.Folding;

/// <summary>About how many characters something holds in memory, so that long articles make short batches.</summary>
internal static class Lengths
{
    public static long LengthInMemory(this StoryEvent happened) => happened switch
    {
        StoryPublished e => e.Article.Blocks.LengthInMemory(),
        ArticleRevised e => e.Change.Blocks?.LengthInMemory() ?? 0,
        CorrectionIssued e => e.Change.Blocks?.LengthInMemory() ?? 0,
        _ => 0,
    };

    public static long LengthInMemory(this IReadOnlyList<Block> blocks)
    {
        var length = 0L;
        for (var i = 0; i < blocks.Count; i++)
            length += (blocks[i].Text?.Length ?? 0) + (blocks[i].Items?.Sum(item => item.Length) ?? 0);

        return length;
    }
}
