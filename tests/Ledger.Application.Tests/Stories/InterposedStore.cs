using Ledger.Domain.Stories;
using Ledger.EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Stories;

/// <summary>The real store, with what happens right before or after an append, and a count of its reads.</summary>
internal sealed class InterposedStore : IEventStore
{
    private IEventStore store = null!;
    private int reads;

    public Func<Task>? BeforeNextAppend { get; set; }

    public Func<Task>? AfterNextAppend { get; set; }

    /// <summary>How many events of streams were read since this was last asked.</summary>
    public int TakeReads() => Interlocked.Exchange(ref reads, 0);

    /// <summary>Stands between the ledger and the store it has.</summary>
    public void Interpose(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(IEventStore)).ImplementationFactory!;
        services.AddSingleton<IEventStore>(provider =>
        {
            store = (IEventStore)real(provider);
            return this;
        });
    }

    /// <summary>Another writer, who goes past all rules.</summary>
    public async Task AppendHeadlineAsync(string slug, string headline)
    {
        var id = await store.FindByKeyAsync($"slug:{slug}", CancellationToken.None);
        var changed = new HeadlineChanged(new("Harbour wall gives way", headline), null, null);
        var other = new NewEvent(Guid.NewGuid(), changed, new("user:other"));
        await store.AppendAsync(new(id!.Value, "story", ExpectedVersion.Any, [other]), CancellationToken.None);
    }

    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var (before, after) = (BeforeNextAppend, AfterNextAppend);
        (BeforeNextAppend, AfterNextAppend) = (null, null);
        await (before?.Invoke() ?? Task.CompletedTask);
        var result = await store.AppendAsync(request, cancellationToken);
        await (after?.Invoke() ?? Task.CompletedTask);
        return result;
    }

    public IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
        Guid streamId, StreamRange range, CancellationToken cancellationToken) =>
        store.ReadStreamAsync(streamId, range, cancellationToken).Select(recorded =>
        {
            Interlocked.Increment(ref reads);
            return recorded;
        });

    public IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, int? limit, CancellationToken cancellationToken) =>
        store.ReadAllAsync(afterPosition, limit, cancellationToken);

    public Task<IReadOnlyList<StreamSpan>> CutStreamsAsync(long events, CancellationToken cancellationToken) =>
        store.CutStreamsAsync(events, cancellationToken);

    public IAsyncEnumerable<RecordedEvent> ReadStreamsAsync(
        StreamSpan span, long upToPosition, CancellationToken cancellationToken) =>
        store.ReadStreamsAsync(span, upToPosition, cancellationToken);

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => store.GetHeadAsync(cancellationToken);

    public Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        store.FindByKeyAsync(key, cancellationToken);

    public Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken) =>
        store.FindCommandAsync(id, cancellationToken);

    public Task<long> WaitForGrowthAsync(
        long afterPosition, TimeSpan atMost, CancellationToken cancellationToken) =>
        store.WaitForGrowthAsync(afterPosition, atMost, cancellationToken);
}
