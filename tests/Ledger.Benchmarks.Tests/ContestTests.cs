using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;

namespace Ledger.Benchmarks.Tests;

public sealed class ContestTests
{
    [Fact]
    public async Task Limit_and_ours_take_turns_and_the_first_round_does_not_count()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var cluster = await BenchCluster.StartAsync(cancellationToken);
        await using var bench = new Bench(cluster, new(5, TimeSpan.Zero, TimeSpan.Zero, Events: 10), ["a", "c"]);
        var turns = new List<string>();
        var contest = new Contest("limit", Take("limit", 1000, 4), new Contender("a", "x", Take("a", 1000, 2)),
            new Contender("b", "x", Take("b", 1000, 2)), new Contender("c", "x", Take("c", 1000, 1)))
        {
            Prepare = _ =>
            {
                turns.Add("prepare");
                return Task.CompletedTask;
            },
        };

        var figures = await contest.RunAsync(bench, cancellationToken);

        Assert.Equal(
            Enumerable.Range(0, 6).SelectMany(_ => new[] { "prepare", "limit", "a", "c" }), turns);
        Assert.Equal([("a", 2, 0.5, 5), ("c", 1, 0.25, 5)],
            figures.Select(figure => (figure.Name, figure.Value, figure.Ratio ?? 0, figure.N)));

        Round Take(string name, double first, double then) => (_, _) =>
        {
            turns.Add(name);
            return Task.FromResult(new Sample(turns.Count(turn => turn == name) == 1 ? first : then));
        };
    }
}
