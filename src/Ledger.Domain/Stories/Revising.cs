using Ledger.Text;

namespace Ledger.Domain.Stories;

internal static class Revising
{
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
        var claimed = asked.Blocks.Select(block => block.Id).ToHashSet();
        var there = current.Blocks.Where(block => !claimed.Contains(block.Id)).ToList();
        var nameless = asked.Blocks.Where(block => block.Id.Length == 0).ToList();
        var continued = new Queue<int?>(BlockAligner.Align(Texts(there), Texts(nameless)));
        return asked with
        {
            Blocks = [.. asked.Blocks.Select(block => block.Id.Length == 0 && continued.Dequeue() is { } i
                ? block with { Id = there[i].Id }
                : block)],
        };
    }

    private static List<AlignedText> Texts(IEnumerable<Block> blocks) =>
        [.. blocks.Select(block => new AlignedText(block.Type.ToString(), Identity(block)))];

    // A picture is known by its file before its words.
    private static string Identity(Block block) => block.Type == BlockType.Image
        ? string.Join('\n', block.Url, block.Caption, block.Alt, block.Credit)
        : block.ToBodyText();
}
