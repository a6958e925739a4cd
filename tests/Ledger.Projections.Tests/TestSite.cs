using Ledger.Application;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Ledger.Projections.Changelog;
using Ledger.Projections.Corrections;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Projections.Tests;

/// <summary>A log and its read models in a database of their own, with the read models that a test wants.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly PostgresEventStore store;

    // Most tests are about rows that no rule has made, such as two stories of one address.
    private bool takesNames;

    private TestSite(TestDatabase database, IReadOnlyList<IProjection> projections)
    {
        this.database = database;
        Database = NpgsqlDataSource.Create(database.ConnectionString);
        store = new(Database, LedgerEvents.Catalogue);
        Runner = new(Database, Store, projections);
        Rebuild = new(Database, Store, projections, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
    }

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public string ConnectionString => database.ConnectionString;

    public NpgsqlDataSource Database { get; }

    public IEventStore Store => store;

    public ProjectionRunner Runner { get; }

    public Rebuild Rebuild { get; }

    public StoryQueries Stories => new(Database);

    public RevisionQueries Revisions => new(Database);

    public ChangelogQueries Changelog => new(Database);

    public CorrectionQueries Corrections => new(Database);

    public ReportQueries Reports => new(Database);

    public static Task<TestSite> CreateAsync() => CreateAsync(ReadModels.All);

    public static async Task<TestSite> CreateAsync(IReadOnlyList<IProjection> projections)
    {
        var site = new TestSite(await TestDatabase.CreateAsync(), projections);
        await site.store.MigrateAsync(Cancelled);
        await site.Runner.MigrateAsync(Cancelled);
        return site;
    }

    /// <summary>A site on which everything has happened that can, so that no read model is empty.</summary>
    public static async Task<TestSite> GivenAllAsync()
    {
        var site = await CreateAsync();
        site.takesNames = true;
        await site.AppendAsync(Sample.Harbour, [.. Sample.Life]);
        await site.AppendAsync(PolicyState.StreamId, "policy", [Sample.PolicyAdopted]);
        await site.AppendAsync(Sample.Report, "report", [.. Sample.ReportLife]);
        await site.AppendAsync(Sample.ArabicCopy, "copy", Sample.CopyLife);
        await site.AppendAsync(Sample.CorrectionId, "draft", [.. Sample.Draft]);
        await site.AppendAsync(Sample.FixId, "fix", [.. Sample.Fix]);
        await site.AppendAsync(Sample.Wall, "asset", [.. Sample.AssetLife]);
        await site.AppendAsync(Sample.Harbour, Sample.Afterwards);
        await site.HappensAsync(Sample.Bridge, Sample.Long(100));
        return site;
    }

    /// <summary>A site on which something has happened to the harbour story, and the read models know it.</summary>
    public static async Task<TestSite> GivenAsync(params IReadOnlyList<StoryEvent> events)
    {
        var site = await CreateAsync();
        await site.AppendAsync(Sample.Harbour, events);
        await site.CatchUpAsync();
        return site;
    }

    /// <summary>Appends events as an editor's, an hour apart from noon on, or all at the time that is given.</summary>
    public Task<long> AppendAsync(Guid story, IReadOnlyList<StoryEvent> events, DateTimeOffset? at = null) =>
        AppendAsync(story, "story", events, at);

    /// <summary>Appends events to a stream of any kind.</summary>
    public async Task<long> AppendAsync(
        Guid stream, string kind, IReadOnlyList<object> events, DateTimeOffset? at = null)
    {
        var head = await Store.ReadStreamAsync(stream, StreamRange.All, Cancelled).CountAsync(Cancelled);
        var appended = await Store.AppendAsync(
            new(stream, kind, ExpectedVersion.Any,
                [.. events.Select((e, i) => ToEvent(e, at ?? Sample.Noon.AddHours(head + i)))])
            {
                Keys = takesNames ? [.. events.Select(SlugOf).OfType<string>().Select(slug => $"slug:{slug}")] : [],
            }, Cancelled);
        return appended.Position;
    }

    public Task<long> AppendAsync(Guid story, StoryEvent happened, DateTimeOffset? at = null) =>
        AppendAsync(story, [happened], at);

    public async Task CatchUpAsync()
    {
        if (!await Runner.CatchUpAsync(TimeSpan.FromSeconds(60), Cancelled))
            Assert.Fail(string.Join('\n', await Runner.GetStatusAsync(Cancelled)));
    }

    public Task<IReadOnlyList<ReadModelStatus>> StatusAsync() => Runner.GetStatusAsync(Cancelled);

    /// <summary>Appends and catches up.</summary>
    public async Task HappensAsync(Guid story, params IReadOnlyList<StoryEvent> events)
    {
        await AppendAsync(story, events);
        await CatchUpAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancelled))!;
    }

    /// <summary>Returns when a query says true.</summary>
    public async Task UntilAsync(string sql)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        while (!await ScalarAsync<bool>(sql))
            patience.Token.ThrowIfCancellationRequested();
    }

    /// <summary>Returns when all read models are at a position, which nobody is asked to bring them to.</summary>
    public Task UntilProjectedAsync(long position) => UntilAsync(
        $"select min(last_seq_id) >= {position} from events.mt_event_progression where name <> 'HighWaterMark'");

    public async ValueTask DisposeAsync()
    {
        Runner.Dispose();
        await store.DisposeAsync();
        await Database.DisposeAsync();
        await database.DisposeAsync();
    }

    private static string? SlugOf(object happened) => happened switch
    {
        StoryPublished published => published.Slug,
        SlugChanged changed => changed.To,
        _ => null,
    };

    private static NewEvent ToEvent(object happened, DateTimeOffset at) => new(Guid.NewGuid(), happened,
        new EventMetadata("user:edith") { ActorName = "Edith Editor", ClaimedAt = at });
}
