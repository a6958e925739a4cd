using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Unicode;

namespace Ledger.Integrity;

/// <summary>What an event is apart from its content, in the words of its leaf.</summary>
/// <param name="Position">Its place in the log, 1 or more.</param>
/// <param name="RecordedAt">In UTC; what is finer than microseconds is not part of the leaf.</param>
public readonly record struct EventEnvelope(
    long Position, Guid Id, Guid StreamId, long Version, string Type, DateTimeOffset RecordedAt);

/// <summary>
/// The leaf of one event in the Merkle log of all events (RFC 6962, section 2.1): its envelope and a salted commitment
/// for each top-level member of its data, of its headers and of its context, in canonical JSON (RFC 8785).
/// </summary>
/// <remarks>Everybody may read a leaf: it tells that something happened, and when, but not what, nor by whom.</remarks>
public sealed class EventLeaf
{
    // RFC 6962, section 2.1: a leaf can never be taken for an inner node.
    private const byte LeafPrefix = 0x00;

    private readonly byte[] commitments;

    private EventLeaf(byte[] commitments) => this.commitments = commitments;

    /// <summary>The salts that an event needs, in bytes.</summary>
    public static int SaltsLength(JsonElement data, JsonElement headers, in EventContext context) =>
        (context.Count + Commitments.CountOf(data) + Commitments.CountOf(headers)) * Commitments.SaltLength;

    /// <summary>Commits to the content of an event, which can be done before its place in the log is known.</summary>
    /// <param name="data">The event's data, a JSON object.</param>
    /// <param name="headers">What is stored beside the data; JSON null where there is nothing.</param>
    /// <param name="context">Who and why.</param>
    /// <param name="salts">One for each commitment, in the order of the leaf: context, data, headers.</param>
    /// <param name="erased">The commitments that cannot be made any more; null where nothing was erased.</param>
    /// <exception cref="ArgumentException">
    /// There are more or fewer salts than members, or one of an erased member is left.
    /// </exception>
    /// <exception cref="FormatException">Some value cannot be written in canonical JSON.</exception>
    public static EventLeaf Commit(
        JsonElement data, JsonElement headers, in EventContext context, ReadOnlySpan<byte> salts,
        ErasedMembers? erased = null)
    {
        var dataAt = Math.Min(salts.Length, context.Count * Commitments.SaltLength);
        var headersAt = Math.Min(salts.Length, dataAt + Commitments.CountOf(data) * Commitments.SaltLength);
        var to = new ArrayBufferWriter<byte>(1024);
        to.Write("{\"context\":"u8);
        context.Write(salts[..dataAt], to);
        to.Write(",\"data\":"u8);
        Commitments.Write(data, salts[dataAt..headersAt], to, Erased("data"));
        to.Write(",\"headers\":"u8);
        Commitments.Write(headers, salts[headersAt..], to, Erased("headers"));
        return new(to.WrittenSpan.ToArray());

        Func<string, string?>? Erased(string part) => erased is null ? null : name => erased.Find(part, name);
    }

    /// <summary>The hash of the leaf at the place that the event has come to stand, 32 bytes.</summary>
    public byte[] Hash(in EventEnvelope envelope)
    {
        var to = new ArrayBufferWriter<byte>(commitments.Length + 512);
        to.Write([LeafPrefix]);
        Write(envelope, to);
        return SHA256.HashData(to.WrittenSpan);
    }

    /// <summary>The leaf itself, as an auditor gets it: canonical JSON in UTF-8.</summary>
    public byte[] ToBytes(in EventEnvelope envelope)
    {
        var to = new ArrayBufferWriter<byte>(commitments.Length + 512);
        Write(envelope, to);
        return to.WrittenSpan.ToArray();
    }

    // In canonical order: context, data, headers, id, ...
    private void Write(in EventEnvelope envelope, ArrayBufferWriter<byte> to)
    {
        to.Write(commitments);
        Utf8.TryWrite(
            to.GetSpan(256), CultureInfo.InvariantCulture,
            $",\"id\":\"{envelope.Id}\",\"position\":{envelope.Position},\"recordedAt\":\"{Time(envelope)}Z\","
                + $"\"stream\":\"{envelope.StreamId}\",\"type\":",
            out var written);
        to.Advance(written);
        WriteText(envelope.Type, to);
        Utf8.TryWrite(to.GetSpan(64), CultureInfo.InvariantCulture, $",\"version\":{envelope.Version}}}", out written);
        to.Advance(written);
    }

    private static string Time(in EventEnvelope envelope) =>
        envelope.RecordedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    private static void WriteText(string value, ArrayBufferWriter<byte> to) =>
        CanonicalText.Write(JsonEncodedText.Encode(value).EncodedUtf8Bytes, to);
}
