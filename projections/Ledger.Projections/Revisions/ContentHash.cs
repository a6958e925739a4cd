using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ledger.Projections.Revisions;

/// <summary>The name of a piece of content within its story: the first half of its SHA-256.</summary>
internal readonly record struct ContentHash(ulong First, ulong Second)
{
    public const int Size = 16;

    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> whole = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, whole);
        return new(BinaryPrimitives.ReadUInt64BigEndian(whole), BinaryPrimitives.ReadUInt64BigEndian(whole[8..]));
    }

    public byte[] ToBytes() => Join([this]);

    /// <summary>The bytes of many, one after the other.</summary>
    public static byte[] Join(ReadOnlySpan<ContentHash> hashes)
    {
        var bytes = new byte[hashes.Length * Size];
        for (var i = 0; i < hashes.Length; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(i * Size), hashes[i].First);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan((i * Size) + 8), hashes[i].Second);
        }

        return bytes;
    }
}
