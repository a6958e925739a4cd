using System.Globalization;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Notes;

/// <summary>A proof that a leaf is in a log, checked with nothing but the log's key (C2SP tlog-proof).</summary>
/// <param name="Extra">The leaf itself, in the proofs of Ledger; nothing vouches for it until it is hashed.</param>
/// <param name="Index">The place of the leaf, from 0; that of an event is its position less one.</param>
/// <param name="Hashes">From the leaf's sibling up to the root's child.</param>
/// <param name="Checkpoint">The signed checkpoint of the tree.</param>
public sealed record TlogProof(
    ReadOnlyMemory<byte>? Extra, long Index, IReadOnlyList<TreeHash> Hashes, SignedNote Checkpoint)
{
    private const string Header = "c2sp.org/tlog-proof@v1";
    private const string ExtraWord = "extra ";
    private const string IndexWord = "index ";

    /// <summary>Reads a proof; nothing of it is verified yet.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static TlogProof Parse(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException("The proof has no empty line before its checkpoint.");

        var lines = new Queue<string>(text[..end].Split('\n'));
        if (lines.Dequeue() != Header)
            throw new FormatException($"The proof does not begin with '{Header}'.");

        ReadOnlyMemory<byte>? extra = null;
        if (lines.TryPeek(out var second) && second.StartsWith(ExtraWord, StringComparison.Ordinal))
            extra = StrictBase64.Read(lines.Dequeue()[ExtraWord.Length..])
                ?? throw new FormatException("The extra data of the proof is not base64.");

        if (!lines.TryDequeue(out var place) || !place.StartsWith(IndexWord, StringComparison.Ordinal)
            || WholeNumber.TryParse(place[IndexWord.Length..]) is not { } index)
            throw new FormatException("The proof has no index.");

        return new(extra, index, [.. lines.Select(Hash)], SignedNote.Parse(text[(end + 2)..]));
    }

    /// <summary>Checks that a leaf is where the proof says, in a tree that the log has signed.</summary>
    /// <returns>The checkpoint.</returns>
    /// <exception cref="ProofException">It is not proved; the message says what fails.</exception>
    public Checkpoint Check(ReadOnlySpan<byte> leaf, params IEnumerable<INoteVerifier> log)
    {
        var verifiers = log.ToList();
        var checkpoint = Notes.Checkpoint.Parse(Checkpoint.Text);
        if (!verifiers.Exists(verifier => verifier.Key.Name == checkpoint.Origin))
            throw new ProofException($"The proof is of the log '{checkpoint.Origin}', whose key was not given.");

        if (VerifiedOf(checkpoint.Origin, verifiers) == 0)
            throw new ProofException($"No known key of '{checkpoint.Origin}' has signed the checkpoint.");

        return ProofCheck.Includes(checkpoint.Root, checkpoint.Size, MerkleTree.HashLeaf(leaf), Index, Hashes)
            ? checkpoint
            : throw new ProofException(string.Create(CultureInfo.InvariantCulture,
                $"The leaf is not at the index {Index} of the tree of {checkpoint.Size} leaves that was signed."));
    }

    public override string ToString() =>
        Header + "\n"
        + (Extra is { } extra ? $"{ExtraWord}{Convert.ToBase64String(extra.Span)}\n" : "")
        + string.Create(CultureInfo.InvariantCulture, $"{IndexWord}{Index}\n")
        + string.Concat(Hashes.Select(hash => hash.ToBase64() + "\n"))
        + "\n" + Checkpoint;

    private int VerifiedOf(string origin, IEnumerable<INoteVerifier> verifiers)
    {
        try
        {
            return Checkpoint.Verify(verifiers).Count(signature => signature.Name == origin);
        }
        catch (BadSignatureException e)
        {
            throw new ProofException(e.Message);
        }
    }

    private static TreeHash Hash(string line) => TreeHash.TryParse(line, out var hash)
        ? hash
        : throw new FormatException($"'{line}' is no hash of the proof.");
}

/// <summary>A proof does not prove what it should; the message says why, in a sentence.</summary>
public sealed class ProofException(string message) : Exception(message);
