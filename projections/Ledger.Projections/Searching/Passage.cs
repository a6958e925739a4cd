using System.Text;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Searching;

/// <summary>A part of a story's words that is indexed as one text.</summary>
internal sealed record Passage(int Number, string Title, string Body, string Configuration)
{
    // All lexemes of a tsvector take a megabyte at most and one that is larger is an error, which would stop the read
    // model. These lengths, in UTF-16 code units, keep to half of that whatever the words are, and to the number of
    // positions that a tsvector tells apart.
    private const int LongestTitle = 16_384;
    private const int LongestBody = 49_152;

    /// <summary>All that readers see of an article, in its order; at least one passage.</summary>
    public static IReadOnlyList<Passage> Of(Article article)
    {
        var title = Indexed($"{article.Headline}\n{article.Standfirst}");
        var kept = title[..CutBefore(title, 0, LongestTitle)];
        var configuration = TextSearch.ConfigurationOf(article.Language);
        var body = Indexed(string.Join('\n', TextsOf(article).Where(text => !string.IsNullOrWhiteSpace(text))));
        var passages = new List<Passage>();
        var start = 0;
        do
        {
            var end = CutBefore(body, start, LongestBody);
            passages.Add(new(passages.Count, kept, body[start..end], configuration));
            start = end;
        }
        while (start < body.Length);

        return passages;
    }

    private static IEnumerable<string?> TextsOf(Article article) =>
    [
        article.Dateline,
        .. article.Blocks.SelectMany(block => (IEnumerable<string?>)
            [block.Text, .. block.Items ?? [], block.Speaker, block.Alt, block.Caption, block.Credit]),
        .. article.Credits.Select(credit => credit.Name),
    ];

    // PostgreSQL takes what stands between angle brackets for markup, and would neither find nor show it.
    private static string Indexed(string text) =>
        text.AsSpan().ContainsAny('<', '>') ? new StringBuilder(text).Replace('<', ' ').Replace('>', ' ').ToString()
        : text;

    /// <summary>Where a piece that begins there ends: between two words, if there are two.</summary>
    private static int CutBefore(string text, int start, int longest)
    {
        if (text.Length - start <= longest)
            return text.Length;

        for (var end = start + longest; end > start; end--)
        {
            if (char.IsWhiteSpace(text[end]))
                return end;
        }

        var within = start + longest;
        return char.IsLowSurrogate(text[within]) ? within - 1 : within;
    }
}
