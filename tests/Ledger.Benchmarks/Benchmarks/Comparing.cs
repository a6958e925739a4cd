using Ledger.Application;
using Ledger.Application.Stories;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Writing;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>
/// The first and the last version of an article as large as the largest of open data, compared for a reader, beside
/// the comparison alone.
/// </summary>
internal sealed class Comparing : IBenchmark
{
    public IReadOnlyList<string> Names { get; } = ["page.compare", "page.compare.side"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var site = await bench.SiteAsync(cancellationToken);
        var story = new Manuscript(LargestArticle(new(seed: 1)));
        var before = story.Article;
        var slug = await WriteAsync(site.Ledger, story, cancellationToken);
        return await new Contest("the same word diff, in memory", Load.MedianOf(Compare),
            new("page.compare", "ms", Load.MedianOf(token => ReadAsync("text", token))),
            new("page.compare.side", "ms", Load.MedianOf(token => ReadAsync("side", token))))
            .RunAsync(bench, cancellationToken);

        Task Compare(CancellationToken token) => ArticleDiff.Compare(before, story.Article).IsEmpty
            ? throw new InvalidOperationException("The revisions have changed nothing.")
            : Task.CompletedTask;

        // Under an address with a query a page is not kept, so that each is made anew.
        async Task ReadAsync(string view, CancellationToken token)
        {
            var path = $"/stories/{slug}/compare/1...{OpenData.LargestRevisions}?view={view}";
            using var page = await site.Reader.GetAsync(site.AddressOf(path), token);
            page.EnsureSuccessStatusCode();
            await page.Content.CopyToAsync(Stream.Null, token);
        }
    }

    private static Article LargestArticle(Writer writer)
    {
        var article = writer.NewArticle();
        var blocks = article.Blocks.ToList();
        while (blocks.Sum(block => block.Text?.Length ?? 0) < OpenData.LargestLength)
            blocks.AddRange(writer.NewArticle().Blocks.Where(block => block.Type == BlockType.Paragraph));

        return article with { Blocks = [.. blocks.Select((block, i) => block with { Id = $"b{i + 1}" })] };
    }

    private static async Task<string> WriteAsync(
        BenchLedger ledger, Manuscript story, CancellationToken cancellationToken)
    {
        var writer = new Writer(seed: 2);
        var done = await SendAsync(Requests.Publish(story));
        story.Id = done.StoryId;
        for (var revision = 2; revision <= OpenData.LargestRevisions; revision++)
        {
            story.Version = done.Version;
            done = await SendAsync(Requests.Of(writer.Revise(story), story));
        }

        return done.Slug;

        async Task<Outcome.Done> SendAsync(StoryRequest request) =>
            await ledger.Mediator.Send(request, cancellationToken) is var outcome && outcome is Outcome.Done written
                ? written
                : throw new InvalidOperationException($"The article was not written: {outcome}");
    }
}
