using Ledger.Followers;
using Ledger.Integrity.Witnesses;

namespace Ledger.Hosting.Witnesses;

/// <summary>Whose cosignatures a process asks for, and with which keys it cosigns the logs of others.</summary>
public sealed record WitnessSettings
{
    /// <summary>The witnesses of this log and their quorum; null where it has none.</summary>
    public TlogPolicy? Policy { get; init; }

    /// <summary>In which folder the private keys of this newsroom as a witness are; null where it is none.</summary>
    public string? KeyFolder { get; init; }

    /// <summary>How long a witness may take to answer, with connecting to it.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The least time between two rounds.</summary>
    public TimeSpan BetweenRounds { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// After how long a witness is asked for what it has cosigned already: it tells whether it knows more than this
    /// log, which may have been put back.
    /// </summary>
    public TimeSpan AskAgain { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The pauses after failures; the last one stays.</summary>
    public RetrySchedule Retries { get; init; } = new(
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
    ]);

    /// <summary>How many checkpoints one sender may bring to this witness in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 240;
}
