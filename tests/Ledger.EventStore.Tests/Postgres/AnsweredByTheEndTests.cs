using Ledger.EventStore.Postgres;
using Ledger.EventStore.Tests.Contract;
using Ledger.Hosting.Embedded;
using Ledger.Testing;
using Npgsql;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>A server that ends a connection with a word, after it has committed and before it could say so.</summary>
public sealed class AnsweredByTheEndTests
{
    // With a standby that never answers, what is committed is written here, but not confirmed to anybody.
    private const string HoldAnswers = "alter system set synchronous_standby_names = 'nobody'";
    private const string LetAnswersPass = "alter system reset synchronous_standby_names";
    private const int MostSteps = 1_000;

    private const string EndWhoWaits =
        "select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'SyncRep'";

    private static readonly Guid Stream = Guid.Parse("0193a000-0000-7000-8000-00000000000d");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_append_is_acknowledged_and_the_next_one_written()
    {
        using var folder = new ClusterFolder();
        await using var cluster = await folder.StartAsync();
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var store = new PostgresEventStore(database, SampleEvents.Catalogue);
        await store.MigrateAsync(Token);
        Assert.Equal(new(Version: 1, Position: 1), await AppendAsync(store, step: 1));

        await SetAsync(cluster, HoldAnswers);
        var (step, held) = await EndOneAsync(cluster, store);
        Assert.Equal(new(step, step), await held);

        await SetAsync(cluster, LetAnswersPass);
        Assert.Equal(new(step + 1, step + 1), await AppendAsync(store, step + 1));
        var log = await store.ReadAllAsync(0, null, Token).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, step + 1), log.Select(recorded => ((StepMade)recorded.Data).Number));
    }

    /// <summary>An append whose connection was ended while it waited for the answer to its commit.</summary>
    private static async Task<(int Step, Task<AppendResult> Append)> EndOneAsync(
        EmbeddedPostgres cluster, PostgresEventStore store)
    {
        // The processes of the server hear of a setting one after the other, and before that an answer passes.
        for (var step = 2; step <= MostSteps; step++)
        {
            var append = AppendAsync(store, step);
            var isEnded = false;
            await Eventually.IsTrueAsync(async () => append.IsCompleted
                || (isEnded = await ClusterFolder.QueryAsync(cluster, EndWhoWaits) == "True"));
            if (isEnded)
                return (step, append);

            Assert.Equal(new(step, step), await append);
        }

        throw new InvalidOperationException("No append waited for the answer to its commit.");
    }

    private static async Task SetAsync(EmbeddedPostgres cluster, string setting)
    {
        await ClusterFolder.QueryAsync(cluster, setting);
        await ClusterFolder.QueryAsync(cluster, "select pg_reload_conf()");
    }

    private static Task<AppendResult> AppendAsync(PostgresEventStore store, int step) => store.AppendAsync(
        new(Stream, "sample", ExpectedVersion.Any, [new(Guid.NewGuid(), new StepMade(step), new("user:ada"))]), Token);
}
