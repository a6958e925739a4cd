using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.EventStore;
using Ledger.Hosting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Testing;

/// <summary>The whole ledger on an empty database of its own.</summary>
public sealed class TestLedger : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private TestLedger(TestDatabase database, ServiceProvider services)
    {
        this.database = database;
        this.services = services;
    }

    /// <summary>Somebody who may change stories.</summary>
    public static Actor Editor { get; } = new("user:edith", "Edith Editor", [Role.Editor]);

    public IServiceProvider Services => services;

    public string ConnectionString => database.ConnectionString;

    public IEventStore Store => services.GetRequiredService<IEventStore>();

    /// <param name="policy">The rules of the house; by default those of one in which everybody acts alone.</param>
    /// <param name="configure">Replaces parts of the ledger; what is added last wins.</param>
    public static async Task<TestLedger> CreateAsync(
        Action<IServiceCollection>? configure = null, HousePolicy? policy = null)
    {
        var database = await TestDatabase.CreateMigratedAsync();
        var collection = new ServiceCollection()
            .AddLedger(database.ConnectionString, policy: policy ?? HousePolicy.OneHand);
        configure?.Invoke(collection);
        var ledger = new TestLedger(database, collection.BuildServiceProvider());
        await ledger.services.MigrateLedgerAsync(CancellationToken.None);
        return ledger;
    }

    /// <summary>Sends a request the way the front ends do.</summary>
    public Task<TResponse> Send<TResponse>(IRequest<TResponse> request) =>
        services.GetRequiredService<IMediator>().Send(request);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
