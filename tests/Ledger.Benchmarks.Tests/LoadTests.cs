using Ledger.Benchmarks.Harness;

namespace Ledger.Benchmarks.Tests;

public sealed class LoadTests
{
    [Fact]
    public async Task Every_operation_of_every_caller_counts_once()
    {
        var done = new int[3];

        var sample = await Load.RunAsync(3, TimeSpan.FromMilliseconds(50), async (caller, token) =>
        {
            done[caller]++;
            await Task.Delay(1, token);
        }, TestContext.Current.CancellationToken);

        Assert.All(done, times => Assert.True(times > 0));
        Assert.Equal(done.Sum(), sample.Latencies.Count);
        Assert.All(sample.Latencies, latency => Assert.True(latency > 0));
        Assert.True(sample.Value > 0);
    }

    [Fact]
    public async Task A_failure_of_one_caller_ends_the_measuring() =>
        await Assert.ThrowsAsync<InvalidDataException>(() => Load.RunAsync(
            2, TimeSpan.FromMilliseconds(1), (caller, _) => throw new InvalidDataException($"{caller}"),
            TestContext.Current.CancellationToken));

    [Fact]
    public void The_time_that_this_process_takes_is_its_own_and_part_of_all_time()
    {
        var (busy, own) = (ProcessTimes.Busy(), ProcessTimes.OfTrees([Environment.ProcessId]));
        while (ProcessTimes.OfTrees([Environment.ProcessId]) < own + 20)
        {
            // Looking is work enough.
        }

        Assert.True(ProcessTimes.Busy() - busy >= 10);
        Assert.Equal(0, ProcessTimes.OfTrees([int.MaxValue]));
        Assert.NotEqual(0, ProcessTimes.ParentOf(Environment.ProcessId));
    }
}
