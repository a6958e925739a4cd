using Ledger.Application.Loading;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Policies;
using Ledger.Hosting;
using Ledger.Testing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Loading;

/// <summary>Another process of the same ledger, as far as memory goes: one database, nothing else in common.</summary>
internal sealed class Another : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private Another(ServiceProvider services) => this.services = services;

    public IServiceProvider Services => services;

    public static Another Ledger(TestLedger ledger, InterposedStore? store = null)
    {
        var collection = new ServiceCollection().AddLedger(ledger.ConnectionString, policy: HousePolicy.OneHand);
        store?.Interpose(collection);
        return new(collection.BuildServiceProvider());
    }

    /// <summary>Makes a ledger that remembers nothing and so reads every story anew.</summary>
    public static void WithoutMemory(IServiceCollection services) =>
        services.AddSingleton(_ => new StoryCache(bytes: 0));

    public Task<Outcome> Send(StoryRequest request) => services.GetRequiredService<IMediator>().Send(request);

    public async Task<Outcome.Done> DoneAsync(StoryRequest request) =>
        Assert.IsType<Outcome.Done>(await Send(request));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
