namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Waiting_ends_at_once_when_the_log_has_grown_already()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(3));

        Assert.Equal(3, await Store.WaitForGrowthAsync(2, Long, Token));
    }

    [Fact]
    public async Task Waiting_ends_when_the_log_grows()
    {
        var waiting = Enumerable.Range(1, 20).Select(_ => Store.WaitForGrowthAsync(0, Long, Token)).ToList();
        var other = await OpenAsync(SampleEvents.Catalogue);
        await other.AppendAsync(new(StreamA, "sample", ExpectedVersion.NoStream, Steps(1)), Token);

        Assert.All(await Task.WhenAll(waiting), position => Assert.Equal(1, position));
    }

    [Fact]
    public async Task Waiting_ends_when_the_time_is_up()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1));

        Assert.Equal(1, await Store.WaitForGrowthAsync(1, TimeSpan.FromMilliseconds(50), Token));
        Assert.Equal(1, await Store.WaitForGrowthAsync(1, TimeSpan.Zero, Token));
    }

    [Fact]
    public async Task Waiting_ends_when_it_is_cancelled()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var waiting = Store.WaitForGrowthAsync(0, Long, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }
}
