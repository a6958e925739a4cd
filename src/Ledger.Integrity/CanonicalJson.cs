using System.Buffers;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Ledger.Integrity;

/// <summary>The one way to write a JSON value, so that equal values have equal bytes (RFC 8785).</summary>
/// <remarks>
/// Of numbers only whole ones up to 2^53 - 1 are taken, which is all that events hold; so nothing here depends on how
/// fractions are printed. Text stays as it is: nothing is normalised.
/// </remarks>
public static class CanonicalJson
{
    private const long LargestWhole = (1L << 53) - 1;

    /// <summary>Writes a value.</summary>
    /// <exception cref="FormatException">
    /// An object names a member twice, or a number is not whole or too large, or text has half of a surrogate pair.
    /// </exception>
    public static void Write(JsonElement value, IBufferWriter<byte> to)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, to);
                break;
            case JsonValueKind.Array:
                WriteArray(value, to);
                break;
            case JsonValueKind.String:
                CanonicalText.Write(JsonMarshal.GetRawUtf8Value(value)[1..^1], to);
                break;
            case JsonValueKind.Number:
                WriteNumber(value, to);
                break;
            default:
                // true, false and null are written in one way only.
                to.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    /// <summary>SHA-256 of a value in canonical JSON, in lower-case hexadecimal.</summary>
    /// <inheritdoc cref="Write" path="/exception"/>
    public static string DigestOf(JsonElement value)
    {
        var written = new ArrayBufferWriter<byte>();
        Write(value, written);
        return Convert.ToHexStringLower(SHA256.HashData(written.WrittenSpan));
    }

    private static void WriteObject(JsonElement value, IBufferWriter<byte> to)
    {
        to.Write("{"u8);
        var first = true;
        foreach (var member in Members(value))
        {
            if (!first)
                to.Write(","u8);

            first = false;
            CanonicalText.Write(JsonMarshal.GetRawUtf8PropertyName(member), to);
            to.Write(":"u8);
            Write(member.Value, to);
        }

        to.Write("}"u8);
    }

    /// <summary>The members of an object in canonical order.</summary>
    /// <exception cref="FormatException">A name occurs twice.</exception>
    internal static JsonProperty[] Members(JsonElement value)
    {
        var members = new JsonProperty[value.GetPropertyCount()];
        var count = 0;
        foreach (var member in value.EnumerateObject())
            members[count++] = member;

        Array.Sort(members, ByName);
        for (var i = 1; i < members.Length; i++)
        {
            if (ByName(members[i - 1], members[i]) == 0)
                throw new FormatException($"The member '{members[i].Name}' occurs twice.");
        }

        return members;
    }

    // The order is that of UTF-16; bytes have the same order where all of them are ASCII and stand for themselves.
    private static int ByName(JsonProperty one, JsonProperty other)
    {
        var a = JsonMarshal.GetRawUtf8PropertyName(one);
        var b = JsonMarshal.GetRawUtf8PropertyName(other);
        return CanonicalText.IsPlain(a) && CanonicalText.IsPlain(b)
            ? a.SequenceCompareTo(b)
            : string.CompareOrdinal(one.Name, other.Name);
    }

    private static void WriteArray(JsonElement value, IBufferWriter<byte> to)
    {
        to.Write("["u8);
        var first = true;
        foreach (var item in value.EnumerateArray())
        {
            if (!first)
                to.Write(","u8);

            first = false;
            Write(item, to);
        }

        to.Write("]"u8);
    }

    private static void WriteNumber(JsonElement value, IBufferWriter<byte> to)
    {
        if (!value.TryGetInt64(out var whole) || whole is < -LargestWhole or > LargestWhole)
            throw new FormatException($"The number {value.GetRawText()} is not a whole one up to 2^53 - 1.");

        whole.TryFormat(to.GetSpan(20), out var written, provider: null);
        to.Advance(written);
    }
}
