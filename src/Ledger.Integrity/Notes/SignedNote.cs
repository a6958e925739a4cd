using System.Text;

namespace Ledger.Integrity.Notes;

/// <summary>A text and signatures over it (C2SP signed-note).</summary>
/// <param name="Text">With the newline at its end, without the empty line after it.</param>
/// <param name="Signatures">All of them, also those of keys that nobody here knows.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>The most bytes of a note that is read: far more than a checkpoint with large signatures.</summary>
    public const int Largest = 1 << 20;

    private const int MostSignatures = 100;

    private static readonly UTF8Encoding Strict =
        new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a note; nothing of it is verified yet.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Largest)
            throw new FormatException($"The note has {bytes.Length} bytes; at most {Largest} are read.");

        try
        {
            return Parse(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            throw new FormatException("The note is not UTF-8.", e);
        }
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static SignedNote Parse(string note)
    {
        if (note.Any(c => c < ' ' && c != '\n'))
            throw new FormatException("The note has control characters.");

        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n') || end + 2 == note.Length)
            throw new FormatException("The note does not end in an empty line and signatures.");

        var lines = note[(end + 2)..^1].Split('\n');
        if (lines.Length > MostSignatures)
            throw new FormatException($"The note has {lines.Length} signatures; at most {MostSignatures} are read.");

        return new(note[..(end + 1)], [.. lines.Select(line => NoteSignature.TryParse(line)
            ?? throw new FormatException($"'{line}' is no signature line."))]);
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">It ends in a newline.</param>
    public static SignedNote Sign(string text, params IEnumerable<INoteSigner> signers) =>
        new(text, [.. signers.Select(signer => signer.Sign(text))]);

    /// <summary>The note with further signatures after its own; one that is there already is not repeated.</summary>
    public SignedNote With(IEnumerable<NoteSignature> more) =>
        this with { Signatures = [.. Signatures.Union(more)] };

    /// <summary>The signatures of known keys, each of which is right.</summary>
    /// <returns>Those of keys that nobody knows are left out; so it may be empty.</returns>
    /// <exception cref="BadSignatureException">One that is said to be of a known key is not.</exception>
    public IReadOnlyList<NoteSignature> Verify(params IEnumerable<INoteVerifier> known)
    {
        var verifiers = known.ToLookup(verifier => (verifier.Key.Name, verifier.Key.Id));
        var verified = new List<NoteSignature>();
        foreach (var signature in Signatures)
        {
            var of = verifiers[(signature.Name, signature.KeyId)].ToList();
            if (of.Count == 0)
                continue;

            if (!of.Any(verifier => verifier.IsValid(Text, signature)))
                throw new BadSignatureException(signature);

            verified.Add(signature);
        }

        return verified;
    }

    /// <summary>The note as it is stored and served, in UTF-8.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToString());

    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(signature => $"{signature}\n"))}";
}

/// <summary>A signature says that it is of a known key, and is not.</summary>
public sealed class BadSignatureException(NoteSignature signature)
    : Exception($"The signature of '{signature.Name}' with the key {signature.KeyId:x8} does not verify.");
