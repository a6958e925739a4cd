using Ledger.Text;

namespace Ledger.Domain.Stories;

internal static class Revising
{
    private static readonly string[] Kinds = Enum.GetNames<BlockType>();

    public static Decision<StoryEvent> Revise(StoryCommand.Revise c, Story story, Limits limits)
    {
        var asked = ArticleRules.Normalise(c.Article);
        var broken = ArticleRules.FirstBroken(asked, limits) ?? TextRules.Broken("reason", c.Reason, limits.Note);
        if (broken is not null)
            return broken;

        var article = BlockIds.Complete(WithFoundIds(asked, story.Article), story.LastBlockNumber);
        var change = ArticleChange.Between(story.Article, article);
        return change.IsEmpty()
            ? StoryDecider.Nothing
            : new ArticleRevised(c.Kind, TextRules.Present(c.Reason), change);
    }

    // Blocks without an id continue those that are there and that no other block claims by its id.
    private static Article WithFoundIds(Article asked, Article current)
    {
        var nameless = asked.Blocks.Where(block => block.Id.Length == 0).ToList();
        if (nameless.Count == 0)
            return asked;

        var claimed = asked.Blocks.Where(block => block.Id.Length > 0).Select(block => block.Id).ToHashSet();
        var there = current.Blocks.Where(block => !claimed.Contains(block.Id)).ToList();
        var continued = BlockAligner.Align(Texts(there), Texts(nameless));
        var next = 0;
        return asked with
        {
            Blocks = asked.Blocks.MapOrSame(block => block.Id.Length == 0 && continued[next++] is { } i
                ? Continue(there[i], block)
                : block),
        };
    }

    // What says the same stays the very block that it was, so that to compare them later takes no time.
    private static Block Continue(Block old, Block asked) =>
        old.SameContent(asked) ? old : asked with { Id = old.Id };

    private static List<AlignedText> Texts(List<Block> blocks)
    {
        var texts = new List<AlignedText>(blocks.Count);
        foreach (var block in blocks)
            texts.Add(new(KindOf(block.Type), Identity(block)));

        return texts;
    }

    private static string KindOf(BlockType type) => Kinds[(int)type];

    // A picture is known by its file before its words.
    private static string Identity(Block block) => block.Type == BlockType.Image
        ? string.Join('\n', block.Url, block.Caption, block.Alt, block.Credit)
        : block.ToBodyText();
}
