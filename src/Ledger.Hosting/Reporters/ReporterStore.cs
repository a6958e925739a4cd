using System.Security.Cryptography;
using Ledger.Application.Reports;
using Npgsql;

namespace Ledger.Hosting.Reporters;

/// <summary>What is known of reporters, in tables beside the log.</summary>
public sealed class ReporterStore(NpgsqlDataSource database) : IReporterStore
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.reporters'))";

    private byte[]? secret;

    /// <summary>Creates what is missing of the tables, in the schema of the accounts. Safe at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string[] tables = ["report_contact", "report_count", "report_secret"];
        foreach (var sql in tables.Select(table => StatementFiles.Read<ReporterStore>($"Schema.{table}")).Prepend(Lock))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Guid report, ReporterContact contact, CancellationToken cancellationToken)
    {
        await using var command = Statement("save", report, contact.Name, contact.Email);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ReporterContact?> FindAsync(Guid report, CancellationToken cancellationToken)
    {
        await using var command = Statement("find", report);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1))
            : null;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(Guid report, CancellationToken cancellationToken)
    {
        await using var command = Statement("erase", report);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string key, DateTimeOffset windowStart, CancellationToken cancellationToken)
    {
        await using var command = Statement("count", key, windowStart);
        return (int)(await command.ExecuteScalarAsync(cancellationToken)
            ?? throw new InvalidOperationException("Counting gave no count."));
    }

    /// <inheritdoc/>
    public async ValueTask<byte[]> GetSecretAsync(CancellationToken cancellationToken)
    {
        while (secret is null)
        {
            // Another node may make it at the same moment; then this look finds neither, and the next finds that one's.
            await using var command = Statement("secret", RandomNumberGenerator.GetBytes(32));
            secret = (byte[]?)await command.ExecuteScalarAsync(cancellationToken);
        }

        return secret;
    }

    private NpgsqlCommand Statement(string name, params object?[] values) =>
        database.CreateCommand(StatementFiles.Read<ReporterStore>($"Statements.{name}")).With(values);
}
