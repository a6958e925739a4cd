namespace Ledger.Benchmarks.Harness;

/// <summary>One side of a contest that becomes a figure.</summary>
internal sealed record Contender(string Name, string Unit, Round Round);

/// <summary>A limit, and what is measured against it, round after round in turn.</summary>
/// <remarks>
/// A machine is never as fast now as it was a minute ago. In turn, both sides see the same machine, and their ratio
/// holds where neither number would.
/// </remarks>
internal sealed class Contest(string? limitName, Round? limit, params Contender[] contenders)
{
    /// <summary>What is done before each round of all sides, and is not measured.</summary>
    public Func<CancellationToken, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var wanted = contenders.Where(contender => bench.Wants(contender.Name)).ToList();
        if (wanted.Count == 0)
            return [];

        await RoundAsync(bench.Pace.WarmUp, wanted, cancellationToken);
        var rounds = new List<Results>();
        var otherLoad = 0.0;
        for (var i = 0; i < bench.Pace.Pairs; i++)
        {
            bench.Others.Begin();
            rounds.Add(await RoundAsync(bench.Pace.Round, wanted, cancellationToken));
            otherLoad = Math.Max(otherLoad, bench.Others.End());
        }

        var limits = rounds.Select(round => round.Limit).OfType<Sample>().ToList();
        return [.. wanted.Select((contender, i) => Figure.Of(
            contender.Name, contender.Unit, [.. rounds.Select(round => round.Ours[i])], limitName, limits, otherLoad))];
    }

    private async Task<Results> RoundAsync(
        TimeSpan duration, List<Contender> wanted, CancellationToken cancellationToken)
    {
        await Prepare(cancellationToken);
        var bound = limit is null ? null : await limit(duration, cancellationToken);
        var ours = new List<Sample>();
        foreach (var contender in wanted)
            ours.Add(await contender.Round(duration, cancellationToken));

        return new(bound, ours);
    }

    private sealed record Results(Sample? Limit, List<Sample> Ours);
}
