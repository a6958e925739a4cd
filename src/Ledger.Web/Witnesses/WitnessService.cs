using Ledger.EventStore;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Witnesses;
using Ledger.Web.Health;

namespace Ledger.Web.Witnesses;

/// <summary>Asks the witnesses of this log to cosign it whenever it was signed, while the node runs.</summary>
/// <remarks>
/// When it starts it asks all of them, whatever they have cosigned before: a database that was put back shows so at
/// once. Nobody waits for it who appends or reads.
/// </remarks>
internal sealed class WitnessService(
    WitnessRound round, WitnessSettings settings, IEventStore store, TimeProvider time, ILogger<WitnessService> logger)
    : UnendingService(time, logger, "No witness is asked to cosign the log")
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(30);

    // What was said of each witness last, so that it is said once.
    private readonly Dictionary<string, string?> said = [];
    private readonly TimeProvider time = time;
    private bool hasAsked;

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (settings.Policy?.Witnesses.Any(witness => witness.Address is not null) == true)
        {
            var asked = await round.RunAsync(isEverybody: !hasAsked, stoppingToken);
            hasAsked |= asked?.Last is not null;
            foreach (var (witness, state) in asked?.Asked ?? [])
                Say(witness, state);

            await Task.Delay(settings.BetweenRounds, time, stoppingToken);
            var wait = (asked?.Next ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
                await store.WaitForGrowthAsync(
                    asked?.Last?.Size ?? 0, wait < LongestSleep ? wait : LongestSleep, stoppingToken);
        }

        await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
    }

    private void Say(PolicyParty witness, WitnessState state)
    {
        // Nobody has to be told that a witness which was never away is there.
        if (said.GetValueOrDefault(state.Vkey) == state.Reason)
            return;

        said[state.Vkey] = state.Reason;
        if (state.Reason is null)
            logger.CosignedAgain(witness.Name);
        else if (state.IsFault)
            logger.HistoryDoubted(state.Reason);
        else
            logger.NotCosigned(state.Reason);
    }
}

internal static class WitnessServices
{
    public static void AddWitnesses(this IServiceCollection services) =>
        services.AddSingleton<WitnessRates>().AddHostedService<WitnessService>();
}
