using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Witnesses;

/// <summary>What a witness makes of a checkpoint that it is sent.</summary>
public abstract record WitnessAnswer
{
    private WitnessAnswer(int status) => Status = status;

    /// <summary>The status of the answer, as the protocol has it.</summary>
    public int Status { get; }

    /// <summary>It extends what was cosigned last: to be kept, and then cosigned.</summary>
    public sealed record Accepted(Checkpoint Checkpoint) : WitnessAnswer(200);

    /// <summary>The old size is larger than the new one.</summary>
    public sealed record BadSizes() : WitnessAnswer(400);

    /// <summary>No known key of the log has signed it, or a signature is false.</summary>
    public sealed record NotSigned() : WitnessAnswer(403);

    /// <summary>Nobody knows a log of this origin.</summary>
    public sealed record UnknownLog() : WitnessAnswer(404);

    /// <summary>Another size was cosigned last, as after a rollback or when another request came first.</summary>
    /// <param name="Size">The size that was cosigned last.</param>
    public sealed record Conflict(long Size) : WitnessAnswer(409);

    /// <summary>The log has signed a tree that does not extend the one that was cosigned: it shows two histories.
    /// </summary>
    public sealed record Inconsistent() : WitnessAnswer(422);
}
