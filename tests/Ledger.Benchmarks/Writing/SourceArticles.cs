using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Imports;

namespace Ledger.Benchmarks.Writing;

/// <summary>Histories of articles as another system has them.</summary>
internal static class SourceArticles
{
    private const string Source = "bench";

    private static readonly DateTimeOffset First = new(2020, 1, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>All states of one article; the first is its publication, and one follows each minute.</summary>
    public static IEnumerable<SourceRevision> Revisions(Writer writer, string article, int count)
    {
        var story = new Manuscript(writer.NewArticle());
        for (var revision = 1; revision <= count; revision++)
        {
            if (revision > 1)
                writer.Change(story);

            yield return new(Source, article, revision, TimeOf(revision), "Ada Author", "A change",
                story.Article.Headline, story.Article.ToBodyText(), story.Article.Standfirst,
                story.Article.Credits[0].Name);
        }
    }

    /// <summary>When a revision is said to have been made.</summary>
    public static DateTimeOffset TimeOf(int revision) => First.AddMinutes(revision);

    /// <summary>Writes a revision set of so many articles.</summary>
    public static async Task WriteAsync(string file, int seed, int articles, CancellationToken cancellationToken)
    {
        var writer = new Writer(seed);
        await using var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        for (var i = 0; i < articles; i++)
        {
            var article = string.Create(CultureInfo.InvariantCulture, $"set-{seed}/article-{i:000000}");
            foreach (var revision in Revisions(writer, article, OpenData.EventsPerStory))
            {
                await JsonSerializer.SerializeAsync(output, Line(revision), Json, cancellationToken);
                output.WriteByte((byte)'\n');
            }
        }
    }

    // What a line of a set may have; the other formats that are taken in say more.
    private static object Line(SourceRevision revision) => new
    {
        revision.Source,
        revision.Article,
        revision.Revision,
        revision.At,
        revision.Author,
        revision.Comment,
        revision.Title,
        revision.Text,
        revision.Summary,
        revision.Byline,
    };
}
