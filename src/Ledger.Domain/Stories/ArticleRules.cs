namespace Ledger.Domain.Stories;

/// <summary>What an article must be like to be published.</summary>
internal static class ArticleRules
{
    /// <summary>The same article in the one form in which it is stored: fields without words are not there.</summary>
    public static Article Normalise(Article article) => article with
    {
        Standfirst = TextRules.Present(article.Standfirst),
        Section = TextRules.Present(article.Section),
        Dateline = TextRules.Present(article.Dateline),
        Blocks = article.Blocks.MapOrSame(BlockRules.Normalise),
    };

    /// <summary>The first rule that a normalised article breaks, in the order of the article.</summary>
    public static Refusal? FirstBroken(Article article, Limits limits) => Broken(article, limits).FirstOrDefault();

    private static IEnumerable<Refusal> Broken(Article article, Limits limits)
    {
        if (article.Blocks.Count == 0)
            yield return new NoBlocks();

        if (article.Blocks.Count > limits.Blocks)
            yield return new TooMany("blocks", article.Blocks.Count, limits.Blocks);

        if (article.Credits.Count > limits.Credits)
            yield return new TooMany("credits", article.Credits.Count, limits.Credits);

        if (string.IsNullOrWhiteSpace(article.Headline))
            yield return new InvalidField("headline", "must not be empty");

        if (!LanguageTag.IsPlausible(article.Language))
            yield return new InvalidField("language", "is not a language tag such as 'en' or 'ar-IQ'");

        (string Field, string? Text)[] texts = [("headline", article.Headline), ("standfirst", article.Standfirst),
            ("section", article.Section), ("dateline", article.Dateline)];
        foreach (var (field, text) in texts)
        {
            if (TextRules.Broken(field, text, limits.Field) is { } broken)
                yield return broken;
        }

        foreach (var broken in BrokenCredits(article.Credits, limits).Concat(BrokenBlocks(article.Blocks, limits)))
            yield return broken;

        var length = ArticleTexts.LengthOf(article);
        if (length > limits.Article)
            yield return new TooLong("blocks", length, limits.Article);
    }

    private static IEnumerable<Refusal> BrokenCredits(IReadOnlyList<Credit> credits, Limits limits)
    {
        var seen = new HashSet<Credit>();
        for (var i = 0; i < credits.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(credits[i].Name))
                yield return new InvalidField($"credits[{i}].name", "must not be empty");

            if (TextRules.Broken($"credits[{i}].name", credits[i].Name, limits.Field) is { } broken)
                yield return broken;

            if (!seen.Add(credits[i]))
                yield return new InvalidField($"credits[{i}]", "names the same person for the same role again");
        }
    }

    private static IEnumerable<Refusal> BrokenBlocks(IReadOnlyList<Block> blocks, Limits limits)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (BlockRules.FirstBroken(blocks[i], i, limits) is { } broken)
                yield return broken;

            if (blocks[i].Id.Length > 0 && !ids.Add(blocks[i].Id))
                yield return new DuplicateBlockId($"blocks[{i}].id", blocks[i].Id);
        }
    }
}
