using System.Diagnostics;
using System.Globalization;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Hosting.Embedded;
using Ledger.Testing;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>Rule 7 against SIGKILL to PostgreSQL, a connection of it or the whole, while many append.</summary>
public sealed class KilledServerTests
{
    private const int Writers = 4;
    private const int AppendsBetweenKills = 60;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_killed_while_many_append_loses_nothing_acknowledged()
    {
        using var folder = new ClusterFolder();
        await using var cluster = await folder.StartAsync();
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var store = new PostgresEventStore(database, SampleEvents.Catalogue);
        await store.MigrateAsync(Token);

        var acknowledged = 0;
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var writing = Enumerable.Range(1, Writers)
            .Select(n => WriteAsync(store, n, () => Interlocked.Increment(ref acknowledged), enough.Token))
            .ToList();

        await GrowAsync(AppendsBetweenKills);
        await KillBackendAsync(cluster);
        await GrowAsync(AppendsBetweenKills);
        folder.KillServer();
        await GrowAsync(AppendsBetweenKills);
        await enough.CancelAsync();
        var writers = await Task.WhenAll(writing);

        var log = await store.ReadAllAsync(0, null, Token).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, log.Count).Select(n => (long)n), log.Select(e => e.Position));
        foreach (var writer in writers)
            AssertNothingIsLost(writer, [.. log.Where(e => e.StreamId == writer.Stream)]);

        Task GrowAsync(int by)
        {
            var until = Volatile.Read(ref acknowledged) + by;
            return Eventually.IsTrueAsync(() => Task.FromResult(Volatile.Read(ref acknowledged) >= until));
        }
    }

    private sealed record Writer(Guid Stream, List<int> Acknowledged, List<int> Uncertain);

    // Appends pairs; what was not acknowledged may be there or not, but not half.
    private static async Task<Writer> WriteAsync(
        PostgresEventStore store, int number, Action acknowledge, CancellationToken enough)
    {
        var writer = new Writer(new Guid(number, 0, 0, new byte[8]), [], []);
        for (var step = 1; !enough.IsCancellationRequested; step++)
        {
            try
            {
                var pair = new[] { Event(step), Event(step) };
                await store.AppendAsync(
                    new(writer.Stream, "sample", ExpectedVersion.Any, pair), CancellationToken.None);
                writer.Acknowledged.Add(step);
                acknowledge();
            }
            catch (EventStoreUnavailableException)
            {
                writer.Uncertain.Add(step);
                await Eventually.SucceedsAsync(
                    () => store.GetHeadAsync(CancellationToken.None), e => e is EventStoreUnavailableException);
            }
        }

        return writer;
    }

    private static void AssertNothingIsLost(Writer writer, List<RecordedEvent> stream)
    {
        Assert.Equal(Enumerable.Range(1, stream.Count).Select(n => (long)n), stream.Select(e => e.Version));
        var steps = stream.Select(e => ((StepMade)e.Data).Number).ToList();
        Assert.All(steps.GroupBy(step => step), pair => Assert.Equal(2, pair.Count()));
        Assert.Empty(writer.Acknowledged.Except(steps));
        Assert.Empty(steps.Except(writer.Acknowledged).Except(writer.Uncertain));
    }

    // The one that appends: the server takes all its other connections down with it.
    private static async Task KillBackendAsync(EmbeddedPostgres cluster)
    {
        const string Appending =
            "select pid from pg_stat_activity where query like '-- Appends %' limit 1";
        var id = await Eventually.SucceedsAsync(
            async () => int.Parse(await ClusterFolder.QueryAsync(cluster, Appending), CultureInfo.InvariantCulture),
            e => e is FormatException);
        using var backend = Process.GetProcessById(id);
        backend.Kill();
    }

    private static NewEvent Event(int step) => new(Guid.NewGuid(), new StepMade(step), new("user:ada"));
}
