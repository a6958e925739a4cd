using System.Globalization;
using Ledger.Application;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Hosting;
using Ledger.Projections.Running;
using Ledger.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Faults.Tests.Storm;

/// <summary>
/// Sixteen writers in three processes on the same stories, while processes and the server are killed at random. How
/// long it blows is said by <c>LEDGER_STORM_SECONDS</c>; it is short where nobody asks, and longer where the machine
/// is so busy that little would have been written.
/// </summary>
public sealed class StormTests
{
    private const int Stories = 24;
    private const int FewestChanges = 101;

    private static readonly int[] WritersOfProcess = [6, 5, 5];

    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(int.Parse(
        Environment.GetEnvironmentVariable("LEDGER_STORM_SECONDS") ?? "20", CultureInfo.InvariantCulture));

    private static readonly TimeSpan LongestLull = TimeSpan.FromMinutes(5);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_is_killed_nothing_acknowledged_is_lost_and_nothing_is_there_twice()
    {
        using var folder = new ClusterFolder();
        await using var cluster = await folder.StartAsync();
        await using var services = new ServiceCollection().AddLedger(cluster.ConnectionString).BuildServiceProvider();
        await services.MigrateLedgerAsync(Token);
        var stories = await PublishAsync(services);
        var sayings = new Sayings();

        await BlowAsync(folder, cluster.ConnectionString, stories, sayings);

        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await Eventually.SucceedsAsync(
            () => services.GetRequiredService<IEventStore>().GetHeadAsync(Token),
            e => e is EventStoreUnavailableException);
        Assert.Empty(await LogChecks.FindFaultsAsync(database));
        await AssertEachMarkIsRightAsync(services.GetRequiredService<IEventStore>(), sayings);
        await AssertReadModelsEqualARebuildAsync(services, database);
    }

    private static async Task<List<string>> PublishAsync(IServiceProvider services)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var stories = new List<string>();
        for (var n = 1; n <= Stories; n++)
        {
            var article = new Article
            {
                Headline = string.Create(CultureInfo.InvariantCulture, $"Before the storm {n}"),
                Language = "en",
                Blocks = [new() { Id = "b1", Type = BlockType.Paragraph, Text = "All was calm." }],
            };
            var request = new PublishStory(article, Slug: null) { Actor = TestLedger.Editor };
            var done = Assert.IsType<Outcome.Done>(await mediator.Send(request, Token));
            stories.Add(done.StoryId.ToString());
        }

        return stories;
    }

    private static async Task BlowAsync(
        ClusterFolder folder, string connectionString, List<string> stories, Sayings sayings)
    {
        var random = new Random(20261122);
        var started = 0;
        var processes = WritersOfProcess.Select(Start).ToList();
        try
        {
            var start = TimeProvider.System.GetTimestamp();
            while (TimeProvider.System.GetElapsedTime(start) is var blown
                && (blown < Duration || (sayings.Done.Count < FewestChanges && blown < LongestLull)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1_000, 4_000)), Token);
                var n = random.Next(processes.Count + 1);
                if (n == processes.Count)
                    folder.KillServerIfThere();
                else
                    await ReplaceAsync(n);
            }

            foreach (var process in processes)
            {
                Assert.False(process.HasExited, process.HasExited ? await process.Errors : "");
                Assert.Equal(0, await process.StopAsync());
            }
        }
        finally
        {
            processes.ForEach(process => process.Dispose());
        }

        async Task ReplaceAsync(int n)
        {
            using var killed = processes[n];
            await killed.KillAsync();
            processes[n] = Start(WritersOfProcess[n]);
        }

        StormWriter Start(int writers) => StormWriter.Start(
            connectionString, string.Create(CultureInfo.InvariantCulture, $"p{++started}"), writers, stories, sayings);
    }

    private static async Task AssertEachMarkIsRightAsync(IEventStore store, Sayings sayings)
    {
        var found = await store.ReadAllAsync(0, null, Token)
            .Select(recorded => recorded.Data switch
            {
                ArticleRevised e => e.Reason,
                StoryPublished e => e.Article.Headline.Replace("The storm at ", "", StringComparison.Ordinal),
                _ => null,
            })
            .OfType<string>()
            .Where(mark => mark.StartsWith('p'))
            .ToListAsync(Token);

        Assert.True(sayings.Done.Count >= FewestChanges, $"The storm was a lull: {sayings.Done.Count} changes.");
        Assert.Empty(found.GroupBy(mark => mark).Where(mark => mark.Count() > 1).Select(mark => mark.Key));
        Assert.Empty(sayings.Done.Keys.Except(found));
        Assert.Empty(sayings.Refused.Keys.Intersect(found));
        Assert.Empty(found.Except(sayings.Begun.Keys));
    }

    private static async Task AssertReadModelsEqualARebuildAsync(IServiceProvider services, NpgsqlDataSource database)
    {
        var runner = services.GetRequiredService<ProjectionRunner>();
        Assert.True(
            await runner.CatchUpAsync(TimeSpan.FromMinutes(10), Token),
            string.Join('\n', await runner.GetStatusAsync(Token)));
        var live = await ReadModelRows.SumAsync(database);
        await services.GetRequiredService<Rebuild>().RunAsync([], null, Token);

        Assert.Equal(await ReadModelRows.SumAsync(database), live);
        Assert.NotEmpty(live);
    }
}
