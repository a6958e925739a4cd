namespace Ledger.Domain.Stories;

/// <summary>The texts of an article in which words can be wrong.</summary>
internal static class ArticleTexts
{
    /// <summary>The article with each text put through a function, in the order of the article.</summary>
    public static Article Map(Article article, Func<Place, string, string> change) => article with
    {
        Headline = change(new(ArticleField.Headline), article.Headline),
        Standfirst = Change(article.Standfirst, new(ArticleField.Standfirst), change),
        Credits = [.. article.Credits.Select(credit =>
            credit with { Name = change(new(ArticleField.Credit), credit.Name) })],
        Dateline = Change(article.Dateline, new(ArticleField.Body), change),
        Blocks = [.. article.Blocks.Select(block => Map(block, change))],
    };

    /// <summary>Every place once, in the order of the article.</summary>
    public static IReadOnlyList<Place> Places(Article article)
    {
        var places = new List<Place>();
        Map(article, (place, text) =>
        {
            places.Add(place);
            return text;
        });
        return [.. places.Distinct()];
    }

    /// <summary>The length of all of them together.</summary>
    public static long LengthOf(Article article)
    {
        long length = article.Headline.Length + LengthOf(article.Standfirst) + LengthOf(article.Dateline);
        foreach (var credit in article.Credits)
            length += credit.Name.Length;

        foreach (var block in article.Blocks)
        {
            length += LengthOf(block.Text) + LengthOf(block.Speaker) + LengthOf(block.Alt) + LengthOf(block.Caption)
                + LengthOf(block.Credit);
            foreach (var item in block.Items ?? [])
                length += item.Length;
        }

        return length;
    }

    private static long LengthOf(string? text) => text?.Length ?? 0;

    private static Block Map(Block block, Func<Place, string, string> change) => block with
    {
        Text = Change(block.Text, new(ArticleField.Body, block.Id), change),
        Items = block.Items is null
            ? null
            : [.. block.Items.Select(item => change(new(ArticleField.Body, block.Id), item))],
        Speaker = Change(block.Speaker, new(ArticleField.Speaker, block.Id), change),
        Alt = Change(block.Alt, new(ArticleField.Caption, block.Id), change),
        Caption = Change(block.Caption, new(ArticleField.Caption, block.Id), change),
        Credit = Change(block.Credit, new(ArticleField.Credit, block.Id), change),
    };

    private static string? Change(string? text, Place place, Func<Place, string, string> change) =>
        text is null ? null : change(place, text);
}
