using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Stories;

public sealed class Conflicts
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_writer_who_has_seen_an_older_version_learns_both_and_writes_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish());
        await ledger.DoneAsync(Headline("Another headline"));

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.Send(Headline("A third headline") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 2), (conflict.Expected.Value, conflict.Actual));
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_writer_without_a_version_decides_again_on_what_another_has_written()
    {
        Interrupted? store = null;
        await using var ledger = await TestLedger.CreateAsync(services => Interpose(services, out store));
        await ledger.DoneAsync(Given.Publish());
        store!.BeforeNextAppend = () => store.AppendHeadlineAsync("Another headline");

        var done = await ledger.DoneAsync(Headline("A third headline"));

        Assert.Equal(3, done.Version);
        Assert.Equal(
            new HeadlineChanged(new("Another headline", "A third headline"), null, null),
            (await ledger.LogAsync())[^1].Data);
    }

    [Fact]
    public async Task A_writer_with_a_version_is_told_of_another_who_was_first_between_look_and_write()
    {
        Interrupted? store = null;
        await using var ledger = await TestLedger.CreateAsync(services => Interpose(services, out store));
        await ledger.DoneAsync(Given.Publish());
        store!.BeforeNextAppend = () => store.AppendHeadlineAsync("Another headline");

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.Send(Headline("A third headline") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 2), (conflict.Expected.Value, conflict.Actual));
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Many_writers_of_one_story_lose_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(n => ledger.DoneAsync(Headline($"Headline {n}"))));

        Assert.Equal([2, 3, 4, 5], outcomes.Select(done => done.Version).Order());
        Assert.Equal(5, await ledger.HeadAsync());
    }

    private static ChangeHeadline Headline(string headline) =>
        new(headline, null, null) { Story = "harbour-wall", Actor = TestLedger.Editor };

    private static void Interpose(IServiceCollection services, out Interrupted? store)
    {
        var real = services.Last(service => service.ServiceType == typeof(IEventStore)).ImplementationFactory!;
        var made = new Interrupted();
        services.AddSingleton<IEventStore>(provider => made.Over((IEventStore)real(provider)));
        store = made;
    }

    /// <summary>The real store, with another writer who gets in between a look and a write.</summary>
    private sealed class Interrupted : IEventStore
    {
        private IEventStore store = null!;

        public Func<Task>? BeforeNextAppend { get; set; }

        public Interrupted Over(IEventStore real)
        {
            store = real;
            return this;
        }

        public async Task AppendHeadlineAsync(string headline)
        {
            var id = await store.FindByKeyAsync("slug:harbour-wall", Cancel);
            var changed = new HeadlineChanged(new("Harbour wall gives way", headline), null, null);
            var other = new NewEvent(Guid.NewGuid(), changed, new("user:other"));
            await store.AppendAsync(new(id!.Value, "story", ExpectedVersion.Any, [other]), Cancel);
        }

        public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
        {
            if (BeforeNextAppend is { } interrupt)
            {
                BeforeNextAppend = null;
                await interrupt();
            }

            return await store.AppendAsync(request, cancellationToken);
        }

        public IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
            Guid streamId, StreamRange range, CancellationToken cancellationToken) =>
            store.ReadStreamAsync(streamId, range, cancellationToken);

        public IAsyncEnumerable<RecordedEvent> ReadAllAsync(
            long afterPosition, int? limit, CancellationToken cancellationToken) =>
            store.ReadAllAsync(afterPosition, limit, cancellationToken);

        public Task<long> GetHeadAsync(CancellationToken cancellationToken) => store.GetHeadAsync(cancellationToken);

        public Task<Guid?> FindByKeyAsync(string key, CancellationToken cancellationToken) =>
            store.FindByKeyAsync(key, cancellationToken);

        public Task<CommandReceipt?> FindCommandAsync(string id, CancellationToken cancellationToken) =>
            store.FindCommandAsync(id, cancellationToken);

        public Task<long> WaitForGrowthAsync(
            long afterPosition, TimeSpan atMost, CancellationToken cancellationToken) =>
            store.WaitForGrowthAsync(afterPosition, atMost, cancellationToken);
    }
}
