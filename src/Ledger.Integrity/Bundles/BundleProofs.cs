using System.Globalization;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Bundles;

/// <summary>Holds the events of a bundle against its checkpoint, with nothing but a public key.</summary>
/// <remarks>Each finding is a sentence without its full stop; the script that auditors have says the same.</remarks>
public sealed class BundleProofs
{
    private readonly BundleHeader header;
    private readonly IReadOnlyList<VerifierKey> keys;
    private readonly IEd25519 ed25519;
    private readonly SignedNote note;
    private readonly Checkpoint checkpoint;
    private readonly Dictionary<long, TreeHash> leaves = [];

    /// <param name="keys">Whom to believe: public keys of the log, and of its witnesses.</param>
    /// <exception cref="FormatException">The checkpoint cannot be read.</exception>
    public BundleProofs(BundleHeader header, IReadOnlyList<VerifierKey> keys, IEd25519 ed25519)
    {
        (this.header, this.keys, this.ed25519) = (header, keys, ed25519);
        note = SignedNote.Parse(header.Checkpoint);
        checkpoint = Checkpoint.Parse(note.Text);
    }

    /// <summary>How many events the log had when the checkpoint was signed.</summary>
    public long Size => checkpoint.Size;

    /// <summary>The witnesses whose cosignatures are right, once the checkpoint was looked at.</summary>
    public IReadOnlyList<string> Witnesses { get; private set; } = [];

    /// <summary>What is wrong with the checkpoint.</summary>
    public IEnumerable<string> CheckCheckpoint()
    {
        if (checkpoint.Origin != header.Origin)
            yield return $"the checkpoint is of the log '{checkpoint.Origin}', and the bundle says '{header.Origin}'";

        var right = new List<VerifierKey>();
        foreach (var signature in note.Signatures)
        {
            var of = keys.Where(key => key.Name == signature.Name && key.Id == signature.KeyId).ToList();
            var valid = of.Find(key => new NoteVerifier(key, ed25519).IsValid(note.Text, signature));
            if (valid is not null)
                right.Add(valid);
            else if (of.Count > 0)
                yield return $"the checkpoint has a signature of '{signature.Name}' that does not verify";
        }

        if (!right.Exists(key => key.Type == SignatureType.Ed25519 && key.Name == checkpoint.Origin))
            yield return "the checkpoint is not signed by any key of its log that is known";

        Witnesses = [.. right.Where(key => key.Type == SignatureType.Cosignature).Select(key => key.Name).Distinct()];
    }

    /// <summary>What is wrong with an event.</summary>
    public IEnumerable<string> Check(BundleEvent e)
    {
        foreach (var member in e.FindUncommitted())
            yield return string.Create(
                CultureInfo.InvariantCulture, $"event {e.Position} {member} is not what was committed to");

        if (!leaves.TryAdd(e.Position, e.LeafHash))
            yield return string.Create(CultureInfo.InvariantCulture, $"event {e.Position} is there twice");
        else if (header.Story is null
            ? e.Position > Size
            : !ProofCheck.Includes(checkpoint.Root, Size, e.LeafHash, e.Position - 1, e.Proof))
            yield return string.Create(
                CultureInfo.InvariantCulture, $"event {e.Position} is not in the tree that was signed");
    }

    /// <summary>What is wrong with all events together, once they have been checked.</summary>
    public IEnumerable<string> CheckAll()
    {
        if (header.Story is not null)
            yield break;

        var lacking = Size - leaves.Keys.LongCount(position => position <= Size);
        if (lacking > 0)
        {
            var first = 1L;
            while (leaves.ContainsKey(first))
                first++;

            yield return string.Create(CultureInfo.InvariantCulture,
                $"the bundle lacks {lacking} of the {Size} events, first the one at position {first}");
            yield break;
        }

        var tree = new GrowingTree();
        for (var position = 1L; position <= Size; position++)
            tree.Append(leaves[position]);

        if (tree.Root() != checkpoint.Root)
            yield return "the leaves do not make the root that was signed";
    }
}
