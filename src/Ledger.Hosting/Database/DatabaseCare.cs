using Npgsql;

namespace Ledger.Hosting.Database;

/// <summary>How much room the ledger takes.</summary>
/// <param name="LogBytes">The log's tables with their indexes.</param>
/// <param name="DatabaseBytes">The whole database, read models included.</param>
public sealed record DatabaseSize(long LogBytes, long DatabaseBytes);

/// <summary>What an operator asks of the database as such.</summary>
public sealed class DatabaseCare(NpgsqlDataSource database)
{
    public async Task<DatabaseSize> MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Size);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new(row.GetInt64(0), row.GetInt64(1));
    }

    /// <summary>Lets the planner know what many new rows are like; it reads them ten times slower otherwise.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("analyze");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static class Sql
    {
        public static readonly string Size = Read("size.sql");

        private static string Read(string name)
        {
            var assembly = typeof(DatabaseCare).Assembly;
            using var resource = assembly.GetManifestResourceStream($"{typeof(DatabaseCare).Namespace}.Sql.{name}")
                ?? throw new InvalidOperationException($"The resource {name} is missing.");
            using var reader = new StreamReader(resource);
            return reader.ReadToEnd();
        }
    }
}
