using System.Buffers.Binary;

namespace Ledger.Integrity.Trees;

/// <summary>The SHA-256 hash of a leaf, of a node or of a whole Merkle tree: 32 bytes, compared by value.</summary>
public readonly record struct TreeHash
{
    /// <summary>How many bytes a hash has.</summary>
    public const int Length = 32;

    private const int Half = Length / 2;

    private readonly UInt128 first;
    private readonly UInt128 last;

    /// <param name="bytes">The hash.</param>
    /// <exception cref="ArgumentException">It has not 32 bytes.</exception>
    public TreeHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
            throw new ArgumentException($"A hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));

        first = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        last = BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]);
    }

    /// <summary>Reads a hash in base64, as checkpoints and proofs have it.</summary>
    public static bool TryParse(string base64, out TreeHash hash)
    {
        Span<byte> bytes = stackalloc byte[Length + 1];
        var isHash = StrictBase64.TryRead(base64, bytes, out var length) && length == Length;
        hash = isHash ? new(bytes[..Length]) : default;
        return isHash;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> to)
    {
        BinaryPrimitives.WriteUInt128BigEndian(to, first);
        BinaryPrimitives.WriteUInt128BigEndian(to[Half..], last);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hash in base64, with its padding (RFC 4648, section 4).</summary>
    public string ToBase64() => Convert.ToBase64String(ToArray());

    /// <summary>The hash in lower-case hexadecimal, for people.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
