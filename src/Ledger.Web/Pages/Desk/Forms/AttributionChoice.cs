using Ledger.Domain.Stories;
using Ledger.Web.Rendering;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>One thing of an article that is credited, or can be credited, to somebody.</summary>
/// <param name="Key">What its option in the form sends.</param>
/// <param name="From">Whom it is credited to now; null where nobody is.</param>
public sealed record AttributionChoice(
    string Key, string Group, string Label, CreditRole? Role, string? BlockId, string? From)
{
    private const int LongestLabel = 60;

    public static IReadOnlyList<AttributionChoice> Of(Article article) =>
    [
        .. article.Credits.Select(credit => new AttributionChoice(
            $"credit:{credit.Role}:{credit.Name}", "Byline and credits", $"{Words.Of(credit.Role)}: {credit.Name}",
            credit.Role, null, credit.Name)),
        .. article.Blocks.Where(block => block.Type == BlockType.Quote).Select(block => OfBlock(
            block, "Who said it", block.Text, block.Speaker)),
        .. article.Blocks.Where(block => block.Type == BlockType.Image).Select(block => OfBlock(
            block, "Picture credits", block.Caption ?? block.Alt, block.Credit)),
        .. Enum.GetValues<CreditRole>().Select(role => new AttributionChoice(
            $"add:{role}", "Add a credit", $"Add: {Words.Of(role).ToLowerInvariant()}", role, null, null)),
    ];

    private static AttributionChoice OfBlock(Block block, string group, string? words, string? name)
    {
        var start = words is { Length: > LongestLabel } ? $"{words[..LongestLabel]}…" : words;
        return new($"block:{block.Id}", group, $"{name ?? "Nobody"}: “{start}”", null, block.Id, name);
    }
}
