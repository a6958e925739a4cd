using System.Diagnostics;
using System.Globalization;
using Ledger.Benchmarks.Harness;

namespace Ledger.Benchmarks.Machine;

/// <summary>
/// Rows of the log, written again as they are by binary COPY on one connection: the fastest way into a table.
/// </summary>
/// <remarks>
/// The rows are kept in the very form in which COPY takes them, so that nothing but the database is measured.
/// </remarks>
internal sealed class RawCopy
{
    private const int Piece = 64 << 10;

    private readonly BenchLedger ledger;
    private readonly byte[] rows;
    private readonly long count;

    private RawCopy(BenchLedger ledger, byte[] rows, long count)
    {
        this.ledger = ledger;
        this.rows = rows;
        this.count = count;
    }

    /// <summary>Takes the rows that the log holds after a position.</summary>
    public static async Task<RawCopy> OfLogAsync(
        BenchLedger ledger, long afterPosition, CancellationToken cancellationToken)
    {
        var head = await ledger.Store.GetHeadAsync(cancellationToken);
        var after = afterPosition.ToString(CultureInfo.InvariantCulture);
        await using var connection = await ledger.Database.OpenConnectionAsync(cancellationToken);
        await using var output = await connection.BeginRawBinaryCopyAsync(
            Statements.Read("copy_out").Replace("AFTER", after, StringComparison.Ordinal), cancellationToken);
        using var rows = new MemoryStream();
        await output.CopyToAsync(rows, cancellationToken);
        return new(ledger, rows.ToArray(), head - afterPosition);
    }

    /// <summary>Rows a second, all of them in one transaction.</summary>
    public async Task<Sample> RunAsync(TimeSpan duration, CancellationToken cancellationToken)
    {
        await ledger.Database.ExecuteAsync("truncate bench.copied", cancellationToken);
        await using var connection = await ledger.Database.OpenConnectionAsync(cancellationToken);
        var start = Stopwatch.GetTimestamp();
        await using (var input = await connection.BeginRawBinaryCopyAsync(
            Statements.Read("copy_in"), cancellationToken))
        {
            for (var at = 0; at < rows.Length; at += Piece)
                await input.WriteAsync(rows.AsMemory(at, Math.Min(Piece, rows.Length - at)), cancellationToken);
        }

        return new(count / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
