using Ledger.Domain.Stories;

namespace Ledger.Hosting.Bundles;

/// <summary>An article as plain text, with every word that readers were given.</summary>
/// <remarks>
/// The parts are headline, standfirst, credits (<c>author: Name</c>, a line each), section, dateline and the blocks;
/// what is not there is left out, and an empty line parts them. A block is its text, the items of its list, its
/// speaker, address, alternative text, caption and credit, a line each.
/// </remarks>
internal static class RenderedText
{
    public static string Of(Article article) => string.Join("\n\n",
    [
        .. Present(article.Headline, article.Standfirst, Credits(article), article.Section, article.Dateline),
        .. article.Blocks.Select(Of),
    ]);

    private static string? Credits(Article article) => article.Credits.Count == 0
        ? null
        : string.Join('\n', article.Credits.Select(credit => $"{NameOf(credit.Role)}: {credit.Name}"));

    private static string Of(Block block) => string.Join('\n', (string[])
    [
        .. Present(block.Text),
        .. block.Items ?? [],
        .. Present(block.Speaker, block.Url, block.Alt, block.Caption, block.Credit),
    ]);

    private static IEnumerable<string> Present(params IEnumerable<string?> texts) => texts.OfType<string>();

    // As in the events: each role is one word.
    private static string NameOf(CreditRole role) => role.ToString().ToLowerInvariant();
}
