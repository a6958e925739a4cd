using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ledger.Integrity;

/// <summary>
/// One salted commitment for each top-level member of a JSON object. They stand in a leaf of the log in place of the
/// values, so that a value and its salt can be removed by law and every proof stays valid.
/// </summary>
/// <remarks>
/// A commitment is SHA-256 of the salt followed by the member's value in canonical JSON, in lower-case hexadecimal.
/// Without the salt it tells nothing, not even of a value that could be guessed.
/// </remarks>
public static class Commitments
{
    /// <summary>The length of a salt in bytes.</summary>
    public const int SaltLength = 16;

    /// <summary>How many members an object has, and so how many salts it needs.</summary>
    public static int CountOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object ? value.GetPropertyCount() : 0;

    /// <summary>Writes an object with the same member names, each with its commitment, in canonical JSON.</summary>
    /// <param name="value">An object; anything else counts as one without members.</param>
    /// <param name="salts">One salt for each member after the other, in the canonical order of the names.</param>
    /// <param name="to">Where to write.</param>
    /// <exception cref="ArgumentException">There are more or fewer salts than members.</exception>
    /// <exception cref="FormatException">The value cannot be written in canonical JSON.</exception>
    public static void Write(JsonElement value, ReadOnlySpan<byte> salts, IBufferWriter<byte> to)
    {
        var count = CountOf(value);
        if (salts.Length != count * SaltLength)
            throw new ArgumentException($"{count} members need {SaltLength} bytes of salt each, not {salts.Length}.");

        to.Write("{"u8);
        var members = count == 0 ? [] : CanonicalJson.Members(value);
        var preimage = new ArrayBufferWriter<byte>(512);
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
                to.Write(","u8);

            CanonicalText.Write(JsonMarshal.GetRawUtf8PropertyName(members[i]), to);
            to.Write(":\""u8);
            preimage.ResetWrittenCount();
            preimage.Write(salts.Slice(i * SaltLength, SaltLength));
            CanonicalJson.Write(members[i].Value, preimage);
            WriteHash(preimage.WrittenSpan, to);
            to.Write("\""u8);
        }

        to.Write("}"u8);
    }

    internal static void WriteHash(ReadOnlySpan<byte> preimage, IBufferWriter<byte> to)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(preimage, hash);
        Convert.TryToHexStringLower(hash, to.GetSpan(2 * SHA256.HashSizeInBytes), out var written);
        to.Advance(written);
    }
}
