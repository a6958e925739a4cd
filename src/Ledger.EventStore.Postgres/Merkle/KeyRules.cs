using Ledger.Integrity.Notes;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Who may sign after the last checkpoint: the chain of keys has no break.</summary>
internal static class KeyRules
{
    /// <summary>Whether a key of ours has not signed the last checkpoint, which it may now.</summary>
    /// <exception cref="LogKeysException">There is no key, or none that has signed the last checkpoint.</exception>
    /// <exception cref="LogIntegrityException">The last checkpoint bears a false signature of ours.</exception>
    public static bool FindUnsigned(StoredCheckpoint? last, IReadOnlyList<LogKey> own)
    {
        if (own.Count == 0)
            throw new LogKeysException(
                "The key of this log is not here, so nothing is signed: put its file into the folder of keys.");

        if (last is null)
            return true;

        var signed = Verify(last, own);
        return signed.Count == 0
            ? throw new LogKeysException(
                "None of the keys here has signed the last checkpoint: put the file of a key that has beside them.")
            : own.Any(key => !signed.Contains((key.Signer.Key.Name, key.Signer.Key.Id)));
    }

    private static HashSet<(string Name, uint Id)> Verify(StoredCheckpoint last, IReadOnlyList<LogKey> own)
    {
        try
        {
            return [.. SignedNote.Parse(last.Note).Verify(own.Select(key => key.Verifier))
                .Select(signature => (signature.Name, signature.KeyId))];
        }
        catch (Exception e) when (e is FormatException or BadSignatureException)
        {
            throw new LogIntegrityException($"Checkpoint {last.Number} is not what was signed: {e.Message}", e);
        }
    }
}
