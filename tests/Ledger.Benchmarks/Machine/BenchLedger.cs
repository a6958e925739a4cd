using Ledger.Application.Loading;
using Ledger.Benchmarks.Writing;
using Ledger.Domain.Policies;
using Ledger.EventStore;
using Ledger.Hosting;
using Ledger.Projections.Running;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Benchmarks.Machine;

/// <summary>The whole ledger on a database of its own, and that database without the ledger.</summary>
internal sealed class BenchLedger : IAsyncDisposable
{
    private const int FillingAtOnce = 64;
    private const long StoryMemory = 256 << 20;

    private readonly ServiceProvider services;

    private BenchLedger(NpgsqlConnectionStringBuilder connection, ServiceProvider services)
    {
        Connection = connection;
        this.services = services;
        Database = NpgsqlDataSource.Create(connection.ConnectionString);
    }

    public NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>The way past the ledger, for limits and for looking.</summary>
    public NpgsqlDataSource Database { get; }

    public IEventStore Store => Get<IEventStore>();

    public IMediator Mediator => Get<IMediator>();

    public static async Task<BenchLedger> CreateAsync(
        NpgsqlConnectionStringBuilder connection, CancellationToken cancellationToken)
    {
        // Room for all stories that are written to: appending is to be measured, and not the reading of cold stories.
        var services = new ServiceCollection()
            .AddSingleton(_ => new StoryCache(StoryMemory))
            .AddLedger(connection.ConnectionString, policy: HousePolicy.OneHand)
            .BuildServiceProvider();
        var ledger = new BenchLedger(connection, services);
        await services.MigrateLedgerAsync(cancellationToken);
        await ledger.Database.ExecuteAsync(Statements.Read("limit_tables"), cancellationToken);
        return ledger;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>Appends histories of stories until the log is so long, by many callers at once.</summary>
    public async Task FillAsync(long events, CancellationToken cancellationToken)
    {
        var start = await Store.GetHeadAsync(cancellationToken);
        var stories = (events - start) / OpenData.EventsPerStory;
        await Parallel.ForAsync(0, FillingAtOnce, cancellationToken, async (writer, token) =>
        {
            var history = new History(new((int)(start + writer)), $"fill-{start}-{writer}");
            for (var i = writer; i < stories; i += FillingAtOnce)
                await Store.AppendAsync(history.Next(OpenData.EventsPerStory), token);
        });
        await SettleAsync(cancellationToken);
    }

    /// <summary>Makes the read models contain the whole log.</summary>
    public Task RebuildAsync(CancellationToken cancellationToken) =>
        Get<Rebuild>().RunAsync(Rebuild.Names, progress: null, cancellationToken);

    /// <summary>Lets no work of the database that filling it has caused fall into a round.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        await Database.ExecuteAsync("vacuum analyze", cancellationToken);
        await Database.ExecuteAsync("checkpoint", cancellationToken);

        // Whoever comes next may need the connections that stand by.
        Get<NpgsqlDataSource>().Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
