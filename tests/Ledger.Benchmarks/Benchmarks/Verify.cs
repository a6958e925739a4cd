using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Integrity;
using Npgsql;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>The leaf of every event made again from its row, and held against the stored one.</summary>
internal sealed class Verify : IBenchmark
{
    private const string Name = "verify";

    public IReadOnlyList<string> Names { get; } = [Name];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var ledger = await bench.LongLogAsync(cancellationToken);
        return await new Contest("SHA-256 of the same bytes", (_, token) => EachAsync(ledger, Digest, token),
            new Contender(Name, "events/s", (_, token) => EachAsync(ledger, ExpectSame, token)))
            .RunAsync(bench, cancellationToken);
    }

    private static async Task<Sample> EachAsync(
        BenchLedger ledger, Action<NpgsqlDataReader> check, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await using var command = ledger.Database.CreateCommand(Statements.Read("select_leaves"));
        command.CommandTimeout = 0;
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var count = 0L;
        for (; await rows.ReadAsync(cancellationToken); count++)
            check(rows);

        return new(count / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void Digest(NpgsqlDataReader row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row.GetFieldValue<byte[]>(9), hash);
        SHA256.HashData(row.GetFieldValue<byte[]>(10), hash);
    }

    private static void ExpectSame(NpgsqlDataReader row)
    {
        var envelope = new EventEnvelope(
            row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5));
        using var data = JsonDocument.Parse(row.GetFieldValue<byte[]>(9));
        using var headers = JsonDocument.Parse(row.GetFieldValue<byte[]>(10));
        var leaf = EventLeaf.Commit(
            data.RootElement, headers.RootElement,
            new(Actor: Text(row, 6), CorrelationId: Text(row, 7), CausationId: Text(row, 8)),
            row.GetFieldValue<byte[]>(11));
        if (!leaf.Hash(envelope).AsSpan().SequenceEqual(row.GetFieldValue<byte[]>(12)))
            throw new InvalidOperationException($"The leaf of event {envelope.Position} is not that of its row.");
    }

    private static string? Text(NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}
