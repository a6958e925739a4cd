namespace Ledger.EventStore.Tests.Contract;

public abstract partial class EventStoreContract
{
    [Fact]
    public async Task Rule_3_positions_have_no_gap_after_refusals()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(2), "name:one");
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => AppendAsync(StreamA, ExpectedVersion.Exactly(1), Steps(3)));
        await Assert.ThrowsAsync<KeyTakenException>(
            () => AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(3), "name:one"));
        var result = await AppendAsync(StreamB, ExpectedVersion.NoStream, Steps(1));

        Assert.Equal(3, result.Position);
        AssertGapless(await AllAsync());
    }

    [Fact]
    public async Task Rule_3_readers_see_no_gap_while_many_write()
    {
        const int Writers = 8;
        const int Appends = 25;
        var writing = Task.WhenAll(Enumerable.Range(1, Writers).Select(async n =>
        {
            // Half of them write to one stream, the others to streams of their own.
            var stream = n % 2 == 0 ? StreamA : new Guid(n, 0, 0, new byte[8]);
            for (var i = 0; i < Appends; i++)
                await AppendAsync(stream, ExpectedVersion.Any, Steps(1 + (i % 3)));
        }));
        var seen = new List<RecordedEvent>();
        while (!writing.IsCompleted)
            seen.AddRange(await AllAsync(after: seen.Count));

        await writing;
        seen.AddRange(await AllAsync(after: seen.Count));
        AssertGapless(seen);
        Assert.Equal(Writers * (9 + (8 * 2) + (8 * 3)), seen.Count);
    }

    [Fact]
    public async Task Rule_5_of_writers_who_expect_the_same_version_exactly_one_succeeds()
    {
        await AppendAsync(StreamA, ExpectedVersion.NoStream, Steps(1));
        var succeeded = await Task.WhenAll(Enumerable.Range(1, 16).Select(async _ =>
        {
            try
            {
                await AppendAsync(StreamA, ExpectedVersion.Exactly(1), Steps(2));
                return true;
            }
            catch (WrongExpectedVersionException)
            {
                return false;
            }
        }));

        Assert.Single(succeeded, true);
        AssertGapless(await AllAsync());
        Assert.Equal(3, (await StreamAsync(StreamA)).Count);
    }

    [Fact]
    public async Task Rule_5_writers_who_try_again_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
        {
            for (var version = 0L; ;)
            {
                try
                {
                    await AppendAsync(StreamA, ExpectedVersion.Exactly(version), [Event(new StepMade(n))]);
                    return;
                }
                catch (WrongExpectedVersionException e)
                {
                    version = e.Actual;
                }
            }
        }));

        var stream = await StreamAsync(StreamA);
        AssertGapless(stream);
        Assert.Equal(Enumerable.Range(1, 8), stream.Select(e => ((StepMade)e.Data).Number).Order());
    }

    [Fact]
    public async Task Rule_10_recorded_times_never_go_back()
    {
        await Task.WhenAll(Enumerable.Range(1, 40).Select(n =>
            AppendAsync(new Guid(1 + (n % 5), 0, 0, new byte[8]), new StepMade(n))));

        var times = (await AllAsync()).Select(e => e.RecordedAt).ToList();
        Assert.Equal(times.Order(), times);
        Assert.All(times, time => Assert.Equal(TimeSpan.Zero, time.Offset));
    }
}
