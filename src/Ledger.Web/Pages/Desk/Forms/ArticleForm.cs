using Ledger.Domain.Stories;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>An article as an editor has it in hand.</summary>
public sealed class ArticleForm
{
    private const int FreeCredits = 2;

    public string Headline { get; set; } = "";
    public string Standfirst { get; set; } = "";
    public string Section { get; set; } = "";
    public string Dateline { get; set; } = "";
    public string Language { get; set; } = "en";
    public IReadOnlyList<Credit> Credits { get; set; } = [];
    public List<BlockFields> Blocks { get; private set; } = [];

    /// <summary>The credits with some empty rows to fill in.</summary>
    public IEnumerable<Credit> CreditRows =>
        Credits.Concat(Enumerable.Repeat(new Credit(CreditRole.Author, ""), FreeCredits));

    public static ArticleForm Empty() => new() { Blocks = [new("", BlockType.Paragraph)] };

    public static ArticleForm From(Article article) => new()
    {
        Headline = article.Headline,
        Standfirst = article.Standfirst ?? "",
        Section = article.Section ?? "",
        Dateline = article.Dateline ?? "",
        Language = article.Language,
        Credits = article.Credits,
        Blocks = article.Blocks.Count == 0 ? Empty().Blocks : [.. article.Blocks.Select(BlockFields.From)],
    };

    /// <summary>Reads what was sent.</summary>
    /// <param name="form">As a browser sent it.</param>
    /// <param name="seen">What the editor began with; a paragraph that nobody touched there is not split.</param>
    public static ArticleForm Read(IFormCollection form, Article? seen)
    {
        var before = BlocksOf(seen);
        return new()
        {
            Headline = FormText.Area(form["headline"]),
            Standfirst = FormText.Area(form["standfirst"]),
            Section = form["section"].ToString(),
            Dateline = form["dateline"].ToString(),
            Language = form["language"].ToString(),
            Credits = [.. ReadCredits(form).Where(credit => credit.Name.Length > 0)],
            Blocks =
            [
                .. BlockFields.Read(form).SelectMany(block =>
                    block.IsUntouched(before.GetValueOrDefault(block.Id)) ? [block] : block.Split()),
            ],
        };
    }

    /// <summary>The article that the form means.</summary>
    /// <param name="seen">What the editor began with: what was not touched stays exactly as it was there.</param>
    public Article ToArticle(Article? seen)
    {
        var before = BlocksOf(seen);
        return new()
        {
            Headline = FormText.StoredHeadline(Headline, seen?.Headline) ?? "",
            Standfirst = FormText.StoredArea(Standfirst, seen?.Standfirst),
            Section = FormText.Stored(Section, seen?.Section),
            Dateline = FormText.Stored(Dateline, seen?.Dateline),
            Language = FormText.Stored(Language, seen?.Language) ?? "",
            Credits = seen is not null && seen.Credits.Select(Sent).SequenceEqual(Credits) ? seen.Credits : Credits,
            Blocks =
            [
                .. Blocks.Select(
                    fields => (fields.IsEmpty, Before: before.GetValueOrDefault(fields.Id), Fields: fields))
                    .Select(row => (row.IsEmpty, row.Before, Block: row.Fields.ToBlock(row.Before)))
                    .Where(row => !row.IsEmpty || row.Block.Equals(row.Before))
                    .Select(row => row.Block),
            ],
        };
    }

    private static Dictionary<string, Block> BlocksOf(Article? article) =>
        (article?.Blocks ?? []).ToDictionary(block => block.Id);

    private static Credit Sent(Credit credit) => credit with { Name = FormText.Line(credit.Name).Trim() };

    private static IEnumerable<Credit> ReadCredits(IFormCollection form) =>
        form["credit.role"].Zip(form["credit.name"], (role, name) => new Credit(
            FormText.Choice<CreditRole>(role), (name ?? "").Trim()));
}
