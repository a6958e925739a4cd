using Ledger.Cli.Tests.Running;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Import;

/// <summary>An import that is killed goes on where it stopped.</summary>
public sealed class KilledImports
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_was_killed_again_and_again_ends_as_one_that_was_not()
    {
        await using var whole = await TestLedger.CreateAsync();
        await using var killed = await TestLedger.CreateAsync();
        using var folder = new TestFolder();

        // Long articles come in several appends, one after the other, so that there is time to be killed between.
        var file = folder.Write("set.jsonl.gz", RevisionFile.Packed(RevisionFile.Lines(articles: 6, revisions: 1_500)));
        await new LedgerProgram(whole.ConnectionString)
            .DoneAsync("import", file, "--map", folder.PathOf("whole.jsonl"));
        var events = await whole.Store.GetHeadAsync(Cancel);

        var program = new LedgerProgram(killed.ConnectionString);
        foreach (var moment in new[] { 0, events / 3, events / 2 })
            await KillPastAsync(moment);

        Assert.InRange(await killed.Store.GetHeadAsync(Cancel), 1, events - 1);
        await program.DoneAsync("import", file, "--map", folder.PathOf("killed.jsonl"));

        Assert.Equal(
            await HistoriesAsync(whole, folder.PathOf("whole.jsonl")),
            await HistoriesAsync(killed, folder.PathOf("killed.jsonl")));
        Assert.Equal(events, await killed.Store.GetHeadAsync(Cancel));

        async Task KillPastAsync(long position)
        {
            using var import = program.Start("import", file);
            while (!import.HasExited && await killed.Store.GetHeadAsync(Cancel) <= position)
                await killed.Store.WaitForGrowthAsync(position, TimeSpan.FromMilliseconds(20), Cancel);

            import.Kill();
            await import.WaitForExitAsync(Cancel);
        }
    }

    /// <summary>Where the map finds each line, and all events of each story.</summary>
    private static async Task<List<string>> HistoriesAsync(TestLedger ledger, string map)
    {
        var stories = new Dictionary<Guid, List<string>>();
        await foreach (var recorded in ledger.Store.ReadAllAsync(0, null, Cancel))
        {
            if (!stories.TryGetValue(recorded.StreamId, out var events))
                stories[recorded.StreamId] = events = [];

            events.Add($"{recorded.Version} {recorded.Type} {recorded.Metadata.ImportedRevision} {Text(recorded)}");
        }

        var lines = await RevisionFile.ReadMapAsync(map);
        return
        [
            .. lines.Select(line => $"{line.Article} {line.Revision} -> {line.LedgerRevision}"),
            .. lines.Select(line => (line.Article, line.Story)).Distinct()
                .Select(pair => $"{pair.Article}: {string.Join('|', stories[pair.Story])}"),
        ];
    }

    private static string Text(RecordedEvent recorded) => recorded.Data switch
    {
        StoryPublished published => $"{published.Slug}: {published.Article.ToBodyText()}",
        ArticleRevised revised => string.Join('/', revised.Change.Blocks!.Select(block => $"{block.Id}: {block.Text}")),
        HeadlineChanged changed => $"{changed.Headline}",
        _ => "",
    };
}
