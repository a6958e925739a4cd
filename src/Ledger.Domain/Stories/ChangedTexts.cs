using Ledger.Text.Substance;

namespace Ledger.Domain.Stories;

/// <summary>The texts that differ between two states of an article, each with its place.</summary>
internal sealed class ChangedTexts
{
    private readonly string language;
    private readonly List<(Place Place, ChangedText Text)> texts = [];
    private readonly List<ChangeFlag> pictures = [];

    private ChangedTexts(string language) => this.language = language;

    public static ChangedTexts Between(Article before, Article after)
    {
        var changed = new ChangedTexts(after.Language);
        changed.Add(new(ArticleField.Headline), before.Headline, after.Headline, TextRole.Headline);
        changed.Add(new(ArticleField.Standfirst), before.Standfirst, after.Standfirst, TextRole.Prose);
        changed.AddCredits(before.Credits, after.Credits);
        changed.Add(new(ArticleField.Body), before.Dateline, after.Dateline, TextRole.Prose);
        changed.AddBlocks(before.Blocks, after.Blocks);
        return changed;
    }

    public IReadOnlyList<ChangeFlag> Flags() =>
        [.. SubstanceClassifier.Classify([.. texts.Select(text => text.Text)], language)
            .Select(flag => new ChangeFlag(flag.Kind, texts[flag.Text].Place, flag.Before, flag.After, flag.Reason)),
            .. pictures];

    private void AddCredits(IReadOnlyList<Credit> before, IReadOnlyList<Credit> after)
    {
        // Their order says nothing.
        var gone = Names(before.Except(after));
        var come = Names(after.Except(before));
        Add(new(ArticleField.Credit), gone, come, TextRole.Attribution);
    }

    private static string Names(IEnumerable<Credit> credits) =>
        string.Join(", ", credits.Select(credit => credit.Name));

    private void AddBlocks(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        // Most blocks are the very same, and nothing is to be looked up for them.
        var same = 0;
        while (same < before.Count && same < after.Count && ReferenceEquals(before[same], after[same]))
            same++;

        var old = before.Skip(same).ToDictionary(block => block.Id);
        foreach (var block in after.Skip(same))
        {
            if (!old.Remove(block.Id, out var was))
                Add(null, block);
            else if (!ReferenceEquals(was, block))
                Add(was, block);
        }

        foreach (var block in before.Skip(same).Where(block => old.ContainsKey(block.Id)))
            Add(block, null);
    }

    private void Add(Block? before, Block? after)
    {
        var block = after ?? before!;
        Add(new(ArticleField.Body, block.Id), Words(before), Words(after), RoleOf(block));
        Add(new(ArticleField.Caption, block.Id), before?.Alt, after?.Alt, TextRole.Prose);
        Add(new(ArticleField.Caption, block.Id), before?.Caption, after?.Caption, TextRole.Prose);
        Add(new(ArticleField.Speaker, block.Id), before?.Speaker, after?.Speaker, TextRole.Attribution);
        Add(new(ArticleField.Credit, block.Id), before?.Credit, after?.Credit, TextRole.Attribution);
        if (before?.Url != after?.Url)
            pictures.Add(SubstanceOfPicture(block.Id, before?.Url ?? "", after?.Url ?? ""));
    }

    private static ChangeFlag SubstanceOfPicture(string blockId, string before, string after)
    {
        var flag = SubstanceClassifier.Picture(before, after);
        return new(flag.Kind, new(ArticleField.Body, blockId), flag.Before, flag.After, flag.Reason);
    }

    // The items of a list are parted by empty lines, so that each is a sentence of its own.
    private static string? Words(Block? block) =>
        block?.Items is { } items ? string.Join("\n\n", items.Prepend(block.Text ?? "")) : block?.Text;

    private static TextRole RoleOf(Block block) => block.Type switch
    {
        BlockType.Heading => TextRole.Heading,
        BlockType.Quote => TextRole.Quote,
        BlockType.Paragraph or BlockType.List or BlockType.Image or BlockType.Note => TextRole.Prose,
    };

    private void Add(Place place, string? before, string? after, TextRole role)
    {
        if ((before ?? "") != (after ?? ""))
            texts.Add((place, new(before ?? "", after ?? "", role)));
    }
}
