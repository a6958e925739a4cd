namespace Ledger.EventStore.Tests.Contract;

/// <summary>
/// What every store has to do. The numbers in the names are those of the rules in <see cref="IEventStore"/>.
/// </summary>
public abstract partial class EventStoreContract : IAsyncLifetime
{
    protected static readonly Guid StreamA = Guid.Parse("0193a000-0000-7000-8000-00000000000a");
    protected static readonly Guid StreamB = Guid.Parse("0193a000-0000-7000-8000-00000000000b");

    private static readonly EventMetadata ByAda = new("user:ada");

    private int ids;

    protected IEventStore Store { get; private set; } = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another store on the same log, which starts empty for each test.</summary>
    protected abstract Task<IEventStore> OpenAsync(EventCatalogue catalogue);

    public virtual async ValueTask InitializeAsync() => Store = await OpenAsync(SampleEvents.Catalogue);

    public abstract ValueTask DisposeAsync();

    protected NewEvent Event(object data, EventMetadata? metadata = null) =>
        new(NextId(), data, metadata ?? ByAda);

    protected NewEvent[] Steps(int count) => [.. Enumerable.Range(1, count).Select(n => Event(new StepMade(n)))];

    protected Task<AppendResult> AppendAsync(
        Guid stream, ExpectedVersion expected, NewEvent[] events, params string[] keys) =>
        Store.AppendAsync(new(stream, "sample", expected, events) { Keys = keys }, Token);

    protected Task<AppendResult> AppendAsync(Guid stream, params object[] data) =>
        AppendAsync(stream, ExpectedVersion.Any, [.. data.Select(d => Event(d))]);

    protected Task<List<RecordedEvent>> AllAsync(long after = 0, int? limit = null) =>
        Store.ReadAllAsync(after, limit, Token).ToListAsync(Token).AsTask();

    protected Task<List<RecordedEvent>> StreamAsync(Guid stream, StreamRange? range = null) =>
        Store.ReadStreamAsync(stream, range ?? StreamRange.All, Token).ToListAsync(Token).AsTask();

    protected async Task AssertNothingIsWrittenAsync(Func<Task> append)
    {
        var before = await AllAsync();
        await append();
        Assert.Equal(before, await AllAsync());
    }

    protected static void AssertGapless(IEnumerable<RecordedEvent> log)
    {
        var events = log.ToList();
        Assert.Equal(Enumerable.Range(1, events.Count).Select(n => (long)n), events.Select(e => e.Position));
        foreach (var stream in events.GroupBy(e => e.StreamId))
            Assert.Equal(Enumerable.Range(1, stream.Count()).Select(n => (long)n), stream.Select(e => e.Version));
    }

    private Guid NextId() => new(Interlocked.Increment(ref ids), 0x7000, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 1]);
}
