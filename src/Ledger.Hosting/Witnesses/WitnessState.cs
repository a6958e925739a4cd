namespace Ledger.Hosting.Witnesses;

/// <summary>What came of asking a witness.</summary>
public enum WitnessOutcome
{
    /// <summary>It has cosigned.</summary>
    Cosigned,

    /// <summary>It cannot be reached, or is busy.</summary>
    Away,

    /// <summary>It refuses for a reason that its operator or ours has to see to.</summary>
    Refused,

    /// <summary>It has cosigned more events than this log has: the log was put back.</summary>
    RolledBack,

    /// <summary>It has cosigned events that this log does not extend: there are two histories.</summary>
    Split,
}

/// <summary>How far a witness has come.</summary>
/// <param name="Vkey">By which it signs.</param>
/// <param name="Checkpoint">The number of the checkpoint that it was asked for last.</param>
/// <param name="NotBefore">When it may be asked again, after a failure.</param>
/// <param name="Failures">How often in a row it has not cosigned.</param>
/// <param name="Reason">Why it has not, in a sentence; null when it has.</param>
/// <param name="Size">How many events it has cosigned last, as far as is known.</param>
public sealed record WitnessState(
    string Vkey, long Checkpoint, DateTimeOffset AskedAt, DateTimeOffset NotBefore, int Failures,
    WitnessOutcome Outcome, string? Reason, long Size)
{
    /// <summary>Whether it holds this log for another than it has cosigned.</summary>
    public bool IsFault => Outcome is WitnessOutcome.RolledBack or WitnessOutcome.Split;
}
