using System.Buffers.Binary;

namespace Ledger.Integrity.Notes;

/// <summary>One signature line of a note (C2SP signed-note).</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The id of the key; with the name it says which key and what is signed.</param>
/// <param name="Bytes">The signature without the id.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes)
{
    private const string Dash = "\u2014 ";

    /// <summary>Reads a line without its newline; null when it is none.</summary>
    public static NoteSignature? TryParse(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal)
            || line[Dash.Length..].Split(' ') is not [var name, var base64]
            || !VerifierKey.IsName(name)
            || StrictBase64.Read(base64) is not { Length: > sizeof(uint) } bytes)
            return null;

        return new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)));
    }

    public bool Equals(NoteSignature? other) =>
        other is not null && Name == other.Name && KeyId == other.KeyId && Bytes.Span.SequenceEqual(other.Bytes.Span);

    public override int GetHashCode() => HashCode.Combine(Name, KeyId);

    /// <summary>The line without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[sizeof(uint) + Bytes.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Bytes.Span.CopyTo(bytes.AsSpan(sizeof(uint)));
        return $"{Dash}{Name} {Convert.ToBase64String(bytes)}";
    }
}
