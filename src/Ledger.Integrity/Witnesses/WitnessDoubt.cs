using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Witnesses;

/// <summary>Why a witness keeps a checkpoint that it has refused, with the one that it cosigned before.</summary>
public enum WitnessDoubt
{
    /// <summary>Both are of the same size and have other roots: the log has signed two histories, which this proves.
    /// </summary>
    Split,

    /// <summary>It has fewer events: the log went back, or somebody has brought an old checkpoint again.</summary>
    Rollback,

    /// <summary>
    /// It has more events, and the proof that came with it does not show that it extends the other. Anybody can bring a
    /// true checkpoint with a false proof; whether the log forked, its tiles show.
    /// </summary>
    Unproven,
}

/// <summary>What of a refusal might be proof that a log misbehaves (C2SP tlog-witness, add-checkpoint).</summary>
public static class WitnessDoubts
{
    /// <summary>Why the refusal is worth keeping; null when it is not, as when a request came late.</summary>
    /// <param name="answer">What was decided of a checkpoint that the log has signed.</param>
    /// <param name="refused">That checkpoint.</param>
    /// <param name="last">The one that was cosigned last.</param>
    public static WitnessDoubt? Of(WitnessAnswer answer, Checkpoint refused, Checkpoint? last) => answer switch
    {
        not (WitnessAnswer.Conflict or WitnessAnswer.Inconsistent) => null,
        _ when last is null => null,
        _ when refused.Size == last.Size && refused.Root != last.Root => WitnessDoubt.Split,
        _ when refused.Size < last.Size => WitnessDoubt.Rollback,
        WitnessAnswer.Inconsistent when refused.Size > last.Size => WitnessDoubt.Unproven,
        _ => null,
    };
}
