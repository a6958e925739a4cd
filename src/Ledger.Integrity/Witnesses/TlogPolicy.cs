using System.Collections.Frozen;
using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Witnesses;

/// <summary>A log or a witness of a policy.</summary>
/// <param name="Name">Of a witness, within the policy; of a log, its origin.</param>
/// <param name="Address">Where it is reached; null where the policy does not say.</param>
public sealed record PolicyParty(string Name, VerifierKey Key, string? Address);

/// <summary>Whose signatures make a checkpoint valid: one of the logs, and a quorum of witnesses (C2SP tlog-policy).
/// </summary>
public sealed class TlogPolicy
{
    private const string NoQuorum = "none";

    private readonly FrozenDictionary<string, (int Threshold, string[] Members)> groups;
    private readonly string quorum;

    private TlogPolicy(PolicyReader read)
    {
        (Logs, Witnesses, quorum) = (read.Logs, read.Witnesses, read.Quorum ?? "");
        groups = read.Groups.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public IReadOnlyList<PolicyParty> Logs { get; }

    public IReadOnlyList<PolicyParty> Witnesses { get; }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="FormatException">It is none; the message names the line.</exception>
    public static TlogPolicy Parse(string text) => new(PolicyReader.Read(text));

    /// <summary>Whether any cosignature is needed.</summary>
    public bool NeedsWitnesses => quorum != NoQuorum;

    /// <summary>The names of the witnesses that have these vkeys; other vkeys are passed over.</summary>
    public IReadOnlySet<string> NamesOf(IEnumerable<string> vkeys)
    {
        var known = vkeys.ToHashSet(StringComparer.Ordinal);
        return Witnesses.Where(witness => known.Contains(witness.Key.ToString()))
            .Select(witness => witness.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names of the witnesses that have cosigned a note.</summary>
    /// <exception cref="BadSignatureException">A signature that is said to be of a witness is not.</exception>
    public IReadOnlySet<string> CosignersOf(SignedNote note, IEd25519 ed25519)
    {
        var signed = note.Verify(Witnesses.Select(witness => new NoteVerifier(witness.Key, ed25519)))
            .Select(signature => (signature.Name, signature.KeyId))
            .ToHashSet();
        return Witnesses.Where(witness => signed.Contains((witness.Key.Name, witness.Key.Id)))
            .Select(witness => witness.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the cosignatures of these witnesses, by their names, are enough.</summary>
    public bool IsMetBy(IReadOnlySet<string> witnesses) => quorum == NoQuorum || IsMet(quorum, witnesses);

    /// <summary>Whether a checkpoint is signed by a log of the policy and by enough of its witnesses.</summary>
    /// <exception cref="BadSignatureException">A signature that is said to be of a party is not.</exception>
    /// <exception cref="FormatException">The note is no checkpoint.</exception>
    public bool IsValid(SignedNote note, IEd25519 ed25519)
    {
        var origin = Checkpoint.Parse(note.Text).Origin;
        var cosigners = CosignersOf(note, ed25519);
        var signed = note.Verify(Logs.Select(log => new NoteVerifier(log.Key, ed25519)));
        return signed.Any(signature => signature.Name == origin) && IsMetBy(cosigners);
    }

    private bool IsMet(string name, IReadOnlySet<string> witnesses) => groups.TryGetValue(name, out var group)
        ? group.Members.Count(member => IsMet(member, witnesses)) >= group.Threshold
        : witnesses.Contains(name);
}
