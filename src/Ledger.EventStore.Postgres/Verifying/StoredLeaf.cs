using System.Text.Json;
using Ledger.Integrity;
using Npgsql;

namespace Ledger.EventStore.Postgres.Verifying;

/// <summary>A row of <c>verify_events.sql</c>: an event and its leaf, either of which may be missing.</summary>
internal sealed class StoredLeaf
{
    private const string Altered = "does not give its leaf: its row, its salts or the leaf was altered";

    private readonly bool lacksEvent;
    private readonly bool lacksLeaf;
    private readonly bool isPlain;
    private readonly EventEnvelope envelope;
    private readonly EventContext context;
    private readonly byte[] data = [];
    private readonly byte[] headers = [];
    private readonly byte[] salts = [];
    private readonly byte[] hash = [];
    private readonly ErasedMembers erased = ErasedMembers.None;
    private readonly Dictionary<string, string> left = [];

    private StoredLeaf(NpgsqlDataReader row)
    {
        Position = row.GetInt64(0);
        (lacksEvent, lacksLeaf) = (row.GetBoolean(13), row.GetBoolean(14));
        if (!lacksLeaf)
            (salts, hash) = (row.GetFieldValue<byte[]>(11), row.GetFieldValue<byte[]>(12));

        if (lacksEvent)
            return;

        isPlain = row.GetBoolean(15);
        (data, headers) = (row.GetFieldValue<byte[]>(9), row.GetFieldValue<byte[]>(10));
        envelope = new(
            Position, row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5));
        context = new(Actor: Text(6), CorrelationId: Text(7), CausationId: Text(8));
        erased = ErasedMembers.Parse(Text(16));
        if (Text(17) is { } digests)
            left = JsonSerializer.Deserialize<Dictionary<string, string>>(digests)!;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }

    public long Position { get; }

    public static StoredLeaf From(NpgsqlDataReader row) => new(row);

    /// <summary>What is wrong with the event or its leaf, as the rest of a sentence; null when nothing is.</summary>
    public string? WhatIsWrong()
    {
        if (lacksEvent)
            return "is missing from the log; its leaf is there";

        if (lacksLeaf)
            return "has no leaf, so whoever wrote it went past the ledger";

        if (!isPlain)
            return "is marked as archived, as of another tenant, or carries bytes that no leaf covers";

        try
        {
            using var ofData = JsonDocument.Parse(data);
            using var ofHeaders = JsonDocument.Parse(headers);
            var leaf = EventLeaf.Commit(ofData.RootElement, ofHeaders.RootElement, context, salts, erased);
            return !leaf.Hash(envelope).AsSpan().SequenceEqual(hash) ? Altered
                : FindRewritten("data", ofData.RootElement) ?? FindRewritten("headers", ofHeaders.RootElement);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or JsonException)
        {
            // It has other members than it has salts, or cannot be written as a leaf at all.
            return Altered;
        }
    }

    // What was left by an erasure is no part of the leaf, but the event that ordered it has its digest.
    private string? FindRewritten(string part, JsonElement members)
    {
        if (left.Count == 0 || members.ValueKind != JsonValueKind.Object)
            return null;

        foreach (var member in members.EnumerateObject())
        {
            if (left.TryGetValue($"{part}.{member.Name}", out var digest)
                && CanonicalJson.DigestOf(member.Value) != digest)
                return $"does not have as its {member.Name} what an erasure left there: it was altered";
        }

        return null;
    }
}
