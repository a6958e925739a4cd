using Ledger.Integrity.Witnesses;

namespace Ledger.Hosting.Witnesses;

/// <summary>A log of others that this newsroom witnesses.</summary>
/// <param name="Size">How many events were cosigned last; 0 where none were yet.</param>
/// <param name="Note">The checkpoint that was cosigned last, with the cosignatures; null where none was yet.</param>
/// <param name="Keys">The vkeys that may sign it; where there are none it is not witnessed any more.</param>
/// <param name="Splits">Checkpoints that were refused as of another history of the same size: proof of two histories.
/// </param>
/// <param name="Rollbacks">Checkpoints that were refused because they had fewer events than were cosigned.</param>
/// <param name="Unproven">Checkpoints that were refused because nothing showed that they extend what was cosigned.
/// </param>
public sealed record WitnessedLog(
    string Origin, long Size, DateTimeOffset? CosignedAt, string? Note, IReadOnlyList<string> Keys, long Splits,
    long Rollbacks, long Unproven);

/// <summary>What a witness has refused, with the evidence.</summary>
/// <param name="Refused">The signed note that was refused.</param>
/// <param name="Cosigned">The signed note that was cosigned before it.</param>
public sealed record WitnessRefusal(
    string Origin, WitnessDoubt Kind, string Refused, string Cosigned, DateTimeOffset RefusedAt);

/// <summary>What this witness answers to a request.</summary>
/// <param name="Answer">By the rules of the protocol.</param>
/// <param name="Text">The body: cosignature lines with 200, a size with 409, else a sentence.</param>
public sealed record WitnessWord(WitnessAnswer Answer, string Text);
