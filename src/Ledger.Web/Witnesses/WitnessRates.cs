using Ledger.Hosting.Witnesses;
using Ledger.Web.Reading;

namespace Ledger.Web.Witnesses;

/// <summary>How many checkpoints one sender may bring to this witness in a minute.</summary>
internal sealed class WitnessRates(WitnessSettings settings, TimeProvider time)
{
    private readonly SenderCounts counts = new(settings.RequestsPerMinute, time);

    /// <summary>Counts a request; says how many seconds to wait where it is one too many.</summary>
    public int? FindWait(string sender) => counts.Count(sender) is ( < 0, var seconds) ? seconds : null;
}
