using System.Globalization;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>A checkpoint that is to be verified, stored or kept by somebody.</summary>
/// <param name="Name">By which a finding names it.</param>
/// <param name="Note">As it was signed; null when it cannot be read.</param>
/// <param name="Checkpoint">What the note says, or the row where the note cannot be read.</param>
/// <param name="Fault">What is wrong with the row, without a look at signatures and leaves.</param>
internal sealed record SignedSize(string Name, SignedNote? Note, Checkpoint Checkpoint, string? Fault)
{
    public static SignedSize Of(SignedNote kept) =>
        new("the checkpoint that was kept", kept, Checkpoint.Parse(kept.Text), null);

    public static SignedSize Of(StoredCheckpoint stored, StoredCheckpoint? before)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"checkpoint {stored.Number}");
        var row = new Checkpoint("", stored.Size, stored.Root);
        try
        {
            var note = SignedNote.Parse(stored.Note);
            var signed = Checkpoint.Parse(note.Text);
            return new(name, note, signed, FaultOf(stored, before, signed));
        }
        catch (FormatException)
        {
            return new(name, null, row, "has a note that cannot be read: it was altered");
        }
    }

    /// <summary>What is wrong with the checkpoint itself, as the rest of a sentence.</summary>
    /// <param name="known">The keys whose signatures can be looked at.</param>
    /// <param name="origin">The origin of those before it, once there is one.</param>
    public string? WhatIsWrong(IReadOnlyList<INoteVerifier> known, string? origin)
    {
        if (Fault is not null || Note is null)
            return Fault;

        try
        {
            Note.Verify(known);
        }
        catch (BadSignatureException)
        {
            return "is not what was signed: its text or its signature was altered";
        }

        return origin is null || Checkpoint.Origin == origin
            ? null
            : $"is of the log '{Checkpoint.Origin}', and not of '{origin}' as those before it";
    }

    /// <summary>Why the leaves are not those that were signed, as the rest of a sentence; null when they are.</summary>
    /// <param name="tree">The tree of the leaves up to the checkpoint, as far as there are any.</param>
    /// <param name="altered">The tiles since the last checkpoint that do not fit.</param>
    public string? Against(GrowingTree tree, IReadOnlyList<FullTile> altered)
    {
        if (tree.Size < Checkpoint.Size)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"was signed over {Checkpoint.Size} events, and the log has {tree.Size} leaves");
        }

        if (tree.Root() == Checkpoint.Root)
            return null;

        var tile = altered.Where(tile => tile.Level == 0).Select(tile => (long?)tile.Number).FirstOrDefault();
        return tile is { } number
            ? string.Create(CultureInfo.InvariantCulture,
                $"was signed over other events than the log has: one of {number * TileId.FullWidth + 1} to "
                + $"{(number + 1) * TileId.FullWidth} was altered with its leaf")
            : "was signed over other events than the log has";
    }

    private static string? FaultOf(StoredCheckpoint stored, StoredCheckpoint? before, Checkpoint signed)
    {
        if (signed.Size != stored.Size || signed.Root != stored.Root)
            return "has a row that does not say what its note says";

        if (stored.Number != (before?.Number ?? 0) + 1)
            return string.Create(CultureInfo.InvariantCulture, $"comes after checkpoint {before?.Number ?? 0}");

        return stored.Size < before?.Size ? "has fewer events than the one before it" : null;
    }
}
