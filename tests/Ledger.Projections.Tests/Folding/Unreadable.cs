using Ledger.EventStore;

namespace Ledger.Projections.Tests.Folding;

/// <summary>A log of which nothing can be read again.</summary>
internal sealed class Unreadable : IEventStore
{
    public Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
        Guid streamId, StreamRange range, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, int? limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<StreamSpan>> CutStreamsAsync(long events, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<RecordedEvent> ReadStreamsAsync(
        StreamSpan span, long upToPosition, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<long> GetHeadAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<long> WaitForGrowthAsync(long afterPosition, TimeSpan atMost, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
