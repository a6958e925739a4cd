using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
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
    /// <param name="erased">
    /// Gives the commitment of a member whose value was erased, and null for any other; such a member has a salt of
    /// zeros. Null where nothing was erased.
    /// </param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer salts than members, or one of an erased member is left.
    /// </exception>
    /// <exception cref="FormatException">The value cannot be written in canonical JSON.</exception>
    public static void Write(
        JsonElement value, ReadOnlySpan<byte> salts, IBufferWriter<byte> to, Func<string, string?>? erased = null)
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
            var salt = salts.Slice(i * SaltLength, SaltLength);
            if (erased?.Invoke(members[i].Name) is { } commitment)
                WriteErased(commitment, salt, to);
            else
                WriteHash(members[i].Value, salt, preimage, to);

            to.Write("\""u8);
        }

        to.Write("}"u8);
    }

    private static void WriteErased(string commitment, ReadOnlySpan<byte> salt, IBufferWriter<byte> to)
    {
        if (salt.ContainsAnyExcept((byte)0))
            throw new ArgumentException("The salt of an erased member is still there.");

        to.Write(Encoding.ASCII.GetBytes(commitment));
    }

    private static void WriteHash(
        JsonElement value, ReadOnlySpan<byte> salt, ArrayBufferWriter<byte> preimage, IBufferWriter<byte> to)
    {
        preimage.ResetWrittenCount();
        preimage.Write(salt);
        CanonicalJson.Write(value, preimage);
        WriteHash(preimage.WrittenSpan, to);
    }

    internal static void WriteHash(ReadOnlySpan<byte> preimage, IBufferWriter<byte> to)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(preimage, hash);
        Convert.TryToHexStringLower(hash, to.GetSpan(2 * SHA256.HashSizeInBytes), out var written);
        to.Advance(written);
    }
}
