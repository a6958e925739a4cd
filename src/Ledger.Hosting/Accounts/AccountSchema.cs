using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The tables of people, their tokens and the keys of their sessions.</summary>
internal static class AccountSchema
{
    // In this order: a token refers to its account.
    private static readonly string[] Files = ["schema.sql", "account.sql", "token.sql", "data_protection_key.sql"];

    public static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);

        // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
        await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.accounts'))", cancellationToken);
        foreach (var file in Files)
            await ExecuteAsync(connection, await ReadAsync(file, cancellationToken), cancellationToken);

        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<string> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var name = $"{typeof(AccountSchema).Namespace}.Sql.{file}";
        await using var stream = typeof(AccountSchema).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly has no resource '{name}'.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
