using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Ledger.Integrity.Notes;

/// <summary>What a key's signatures are made over (C2SP signed-note, signature types).</summary>
public enum SignatureType : byte
{
    /// <summary>The text of the note.</summary>
    Ed25519 = 0x01,

    /// <summary>A time and the text of a checkpoint, by a witness (C2SP tlog-cosignature).</summary>
    Cosignature = 0x04,
}

/// <summary>A public key as it is passed on, a vkey: <c>name+hex(id)+base64(type, key)</c> (C2SP signed-note).
/// </summary>
/// <remarks>Keys of other types than Ed25519 are not read, nor missed: notes may have them beside.</remarks>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    private const int KeyLength = 32;

    private readonly byte[] publicKey;

    /// <param name="name">Who signs; for a log its origin.</param>
    /// <param name="publicKey">32 bytes.</param>
    /// <exception cref="FormatException">The name is empty or has a space or a plus.</exception>
    public VerifierKey(string name, SignatureType type, ReadOnlySpan<byte> publicKey)
    {
        if (!IsName(name))
            throw new FormatException($"'{name}' is no name of a key: it must have no space and no plus.");

        if (publicKey.Length != KeyLength)
            throw new FormatException($"A public key of Ed25519 has {KeyLength} bytes, not {publicKey.Length}.");

        (Name, Type, this.publicKey) = (name, type, publicKey.ToArray());
        byte[] named = [.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. publicKey];
        Id = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(named));
    }

    public string Name { get; }

    public SignatureType Type { get; }

    /// <summary>The first four bytes of a hash of name, type and key, by which signatures name their key.</summary>
    public uint Id { get; }

    /// <summary>32 bytes.</summary>
    public ReadOnlyMemory<byte> PublicKey => publicKey;

    /// <summary>Reads a vkey.</summary>
    /// <exception cref="FormatException">It is none of Ed25519, or its id is not that of its name and key.</exception>
    public static VerifierKey Parse(string text)
    {
        // The base64 may have a plus of its own.
        var parts = text.Split('+', 3);
        if (parts is not [var name, { Length: 8 } hex, var base64]
            || !uint.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var id)
            || StrictBase64.Read(base64) is not { Length: 1 + KeyLength } key
            || !Enum.IsDefined((SignatureType)key[0]))
            throw new FormatException($"'{text}' is no vkey of Ed25519, which is name+id+key.");

        var read = new VerifierKey(name, (SignatureType)key[0], key.AsSpan(1));
        return read.Id == id
            ? read
            : throw new FormatException($"The vkey of '{name}' has the id {hex}, but its key has {read.Id:x8}.");
    }

    /// <summary>Whether a key may have this name: not empty, without space, plus or control character.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+');

    public bool Equals(VerifierKey? other) =>
        other is not null && Name == other.Name && Type == other.Type
        && publicKey.AsSpan().SequenceEqual(other.publicKey);

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => Id.GetHashCode();

    /// <summary>The vkey.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. publicKey])}");
}
