using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Ledger.Integrity.Notes;

/// <summary>Signs notes.</summary>
public interface INoteSigner
{
    /// <summary>By which the signatures can be checked.</summary>
    VerifierKey Key { get; }

    /// <summary>The signature over a text, which ends in a newline.</summary>
    NoteSignature Sign(string text);
}

/// <summary>Checks the signatures of one key.</summary>
public interface INoteVerifier
{
    VerifierKey Key { get; }

    /// <summary>Whether a signature that names this key is the key's, over this text.</summary>
    bool IsValid(string text, NoteSignature signature);
}

/// <summary>Signs the text of a note as it is.</summary>
public sealed class NoteSigner(string name, IEd25519Key key) : INoteSigner
{
    public VerifierKey Key { get; } = new(name, SignatureType.Ed25519, key.PublicKey.Span);

    public NoteSignature Sign(string text) => new(Key.Name, Key.Id, key.Sign(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Signs, as a witness, that a checkpoint was the largest seen by a time (C2SP tlog-cosignature).</summary>
public sealed class Cosigner(string name, IEd25519Key key, TimeProvider time) : INoteSigner
{
    public VerifierKey Key { get; } = new(name, SignatureType.Cosignature, key.PublicKey.Span);

    public NoteSignature Sign(string text)
    {
        var second = time.GetUtcNow().ToUnixTimeSeconds();
        return new(Key.Name, Key.Id, Cosignature.Write(second, key.Sign(Cosignature.Message(second, text))));
    }
}

/// <summary>Checks signatures of either type by the public key alone.</summary>
public sealed class NoteVerifier(VerifierKey key, IEd25519 ed25519) : INoteVerifier
{
    public VerifierKey Key => key;

    public bool IsValid(string text, NoteSignature signature) => key.Type switch
    {
        SignatureType.Ed25519 =>
            ed25519.Verify(key.PublicKey.Span, Encoding.UTF8.GetBytes(text), signature.Bytes.Span),
        SignatureType.Cosignature => Cosignature.TimeOf(signature) is { } time
            && ed25519.Verify(
                key.PublicKey.Span, Cosignature.Message(time.ToUnixTimeSeconds(), text),
                Cosignature.SignatureOf(signature)),
        _ => false,
    };
}

/// <summary>The form of a cosignature: a time of eight bytes, and a signature over the time and the text.</summary>
public static class Cosignature
{
    private const int Length = sizeof(long) + 64;

    // What is later is no time that this program can name.
    private static readonly long Latest = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>When the cosignature says that it was made, to the second; null when it is none.</summary>
    public static DateTimeOffset? TimeOf(NoteSignature signature) =>
        signature.Bytes.Length == Length
        && BinaryPrimitives.ReadInt64BigEndian(signature.Bytes.Span) is >= 0 and var second && second <= Latest
            ? DateTimeOffset.FromUnixTimeSeconds(second)
            : null;

    internal static ReadOnlySpan<byte> SignatureOf(NoteSignature signature) => signature.Bytes.Span[sizeof(long)..];

    internal static byte[] Message(long second, string text) => Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"cosignature/v1\ntime {second}\n{text}"));

    internal static byte[] Write(long second, ReadOnlySpan<byte> signature)
    {
        var bytes = new byte[sizeof(long) + signature.Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, second);
        signature.CopyTo(bytes.AsSpan(sizeof(long)));
        return bytes;
    }
}
