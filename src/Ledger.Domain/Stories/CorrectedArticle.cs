namespace Ledger.Domain.Stories;

internal static class CorrectedArticle
{
    /// <summary>
    /// What replacing leaves behind put in order: what has no words left is taken out, and right words with an empty
    /// line in them become paragraphs, of which the first keeps the id.
    /// </summary>
    /// <param name="before">The article before, with the same blocks in the same order.</param>
    public static Article Tidy(Article before, Article corrected, IReadOnlyList<Claim> claims, int lastBlockNumber)
    {
        var splits = claims.Any(claim => claim.Right.Split(WrongWords.EmptyLines, StringSplitOptions.None).Length > 1);
        var blocks = before.Blocks.Zip(corrected.Blocks)
            .Where(pair => !IsEmptied(pair.First, pair.Second))
            .SelectMany(pair => splits && pair.Second.Type == BlockType.Paragraph && pair.First.Text != pair.Second.Text
                ? Split(pair.Second)
                : [WithoutEmptiedItems(pair.First, pair.Second)]);
        var article = corrected with
        {
            Credits = [.. corrected.Credits.Where(credit => !string.IsNullOrWhiteSpace(credit.Name)).Distinct()],
            Blocks = [.. blocks],
        };
        return BlockIds.Complete(ArticleRules.Normalise(article), lastBlockNumber);
    }

    private static bool IsEmptied(Block before, Block after) =>
        before.Type != BlockType.Image && IsEmptied(before.ToBodyText(), after.ToBodyText());

    private static bool IsEmptied(string before, string after) =>
        !string.IsNullOrWhiteSpace(before) && string.IsNullOrWhiteSpace(after);

    private static IEnumerable<Block> Split(Block block) =>
        (block.Text ?? "").Split(WrongWords.EmptyLines, StringSplitOptions.None)
        .Select((text, i) => block with { Id = i == 0 ? block.Id : "", Text = text });

    private static Block WithoutEmptiedItems(Block before, Block after) => after.Items is null ? after : after with
    {
        Items = [.. (before.Items ?? []).Zip(after.Items)
            .Where(pair => !IsEmptied(pair.First, pair.Second))
            .Select(pair => pair.Second)],
    };
}
