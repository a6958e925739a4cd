using System.Diagnostics;
using System.Globalization;

namespace Ledger.Testing.Victim;

/// <summary>Ends this process by SIGKILL at the n-th moment at which Npgsql begins or ends a command.</summary>
/// <remarks>The product has no hook for this: the listener hears what Npgsql tells everybody.</remarks>
internal sealed class KillSwitch
{
    private readonly int killAt;
    private int moments;

    private KillSwitch(int killAt) => this.killAt = killAt;

    public static KillSwitch At(string moment) => new(int.Parse(moment, CultureInfo.InvariantCulture));

    public void Arm() => ActivitySource.AddActivityListener(new()
    {
        ShouldListenTo = source => source.Name == "Npgsql",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStarted = _ => Count(),
        ActivityStopped = _ => Count(),
    });

    private void Count()
    {
        if (Interlocked.Increment(ref moments) != killAt)
            return;

        Process.GetCurrentProcess().Kill();

        // Not one instruction more of the work, should the signal take a moment.
        new ManualResetEventSlim().Wait();
    }
}
