using System.Globalization;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Witnesses;

/// <summary>What a log sends to a witness (C2SP tlog-witness, add-checkpoint).</summary>
/// <param name="Old">The size of the checkpoint that the witness cosigned last; 0 when it never did.</param>
/// <param name="Proof">That the new tree extends that one.</param>
/// <param name="Note">The new checkpoint, signed by the log.</param>
public sealed record AddCheckpoint(long Old, IReadOnlyList<TreeHash> Proof, SignedNote Note)
{
    private const string OldWord = "old ";
    private const int MostHashes = 63;

    /// <summary>Reads the body of a request; nothing of it is verified yet.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static AddCheckpoint Parse(string body)
    {
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException("The request has no empty line before its checkpoint.");

        var lines = body[..end].Split('\n');
        if (!lines[0].StartsWith(OldWord, StringComparison.Ordinal)
            || WholeNumber.TryParse(lines[0][OldWord.Length..]) is not { } old)
            throw new FormatException("The request does not begin with the old size.");

        if (lines.Length - 1 > MostHashes)
            throw new FormatException($"The request has more than {MostHashes} hashes.");

        return new(old, [.. lines.Skip(1).Select(Hash)], SignedNote.Parse(body[(end + 2)..]));
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{OldWord}{Old}\n")
        + string.Concat(Proof.Select(hash => hash.ToBase64() + "\n")) + "\n" + Note;

    private static TreeHash Hash(string line) => TreeHash.TryParse(line, out var hash)
        ? hash
        : throw new FormatException($"'{line}' is no hash of the proof.");
}
