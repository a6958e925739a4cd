using System.Buffers;
using System.Text.Json;

namespace Ledger.Integrity;

/// <summary>Who and why, as far as it stands beside an event's data: ids of people and requests.</summary>
/// <remarks>
/// They may be those of a person, and a leaf is public; so it has a salted commitment for each that is there.
/// </remarks>
public readonly record struct EventContext(string? Actor, string? CausationId, string? CorrelationId)
{
    /// <summary>How many of them are there, and so how many salts they need.</summary>
    public int Count => (Actor is null ? 0 : 1) + (CausationId is null ? 0 : 1) + (CorrelationId is null ? 0 : 1);

    /// <summary>Writes an object with a commitment for each that is there, in canonical JSON.</summary>
    /// <exception cref="ArgumentException">There are more or fewer salts than members.</exception>
    internal void Write(ReadOnlySpan<byte> salts, ArrayBufferWriter<byte> to)
    {
        if (salts.Length != Count * Commitments.SaltLength)
            throw new ArgumentException($"{Count} members need {Count} salts, not {salts.Length} bytes.");

        to.Write("{"u8);
        var first = true;
        WriteMember("\"actor\":\""u8, Actor, ref salts, ref first, to);
        WriteMember("\"causationId\":\""u8, CausationId, ref salts, ref first, to);
        WriteMember("\"correlationId\":\""u8, CorrelationId, ref salts, ref first, to);
        to.Write("}"u8);
    }

    private static void WriteMember(
        ReadOnlySpan<byte> name, string? value, ref ReadOnlySpan<byte> salts, ref bool first,
        ArrayBufferWriter<byte> to)
    {
        if (value is null)
            return;

        if (!first)
            to.Write(","u8);

        first = false;
        to.Write(name);
        var preimage = new ArrayBufferWriter<byte>(128);
        preimage.Write(salts[..Commitments.SaltLength]);
        CanonicalText.Write(JsonEncodedText.Encode(value).EncodedUtf8Bytes, preimage);
        Commitments.WriteHash(preimage.WrittenSpan, to);
        to.Write("\""u8);
        salts = salts[Commitments.SaltLength..];
    }
}
