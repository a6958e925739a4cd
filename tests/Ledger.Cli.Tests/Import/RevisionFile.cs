using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Ledger.Application.Import;
using Ledger.Application;

namespace Ledger.Cli.Tests.Import;

/// <summary>Revision sets that are made for a test, always the same, and the maps that an import writes.</summary>
internal static class RevisionFile
{
    /// <summary>The lines of a set of so many articles with so many revisions each.</summary>
    public static IEnumerable<string> Lines(int articles, int revisions) =>
        from article in Enumerable.Range(1, articles)
        from revision in Enumerable.Range(1, revisions)
        select Line(article, revision);

    public static byte[] Plain(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");

    public static byte[] Packed(IEnumerable<string> lines)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Plain(lines));

        return packed.ToArray();
    }

    /// <summary>The text of a revision; every fifth has that of the one before.</summary>
    public static string Text(int article, int revision)
    {
        var times = revision % 5 == 0 ? revision - 1 : revision;
        return $"Article {article} begins so.\r\n\n\nIt was read {times} times.\n\nIt ends so. ";
    }

    public static async Task<List<ImportedLine>> ReadMapAsync(string path) =>
        [.. (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken))
            .Select(line => JsonSerializer.Deserialize<ImportedLine>(line, LedgerEvents.Json)!)];

    private static string Line(int article, int revision) => JsonSerializer.Serialize(new
    {
        source = "example/site",
        article = string.Create(CultureInfo.InvariantCulture, $"posts/article-{article:D3}.md"),
        revision,
        at = string.Create(CultureInfo.InvariantCulture, $"2020-01-01T{revision % 24:D2}:00:00Z"),
        author = "Ada",
        comment = $"Change {revision}",
        title = revision % 7 == 0 ? $"Title after {revision}" : null,
        text = Text(article, revision),
        byline = revision < 3 ? null : "Ada, Ben",
    });
}
