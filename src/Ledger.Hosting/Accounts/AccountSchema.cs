using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The tables of people, their tokens and the keys of their sessions.</summary>
internal static class AccountSchema
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.accounts'))";

    // In this order: a token refers to its account.
    private static readonly string[] Files = ["schema", "account", "token", "data_protection_key"];

    public static async Task MigrateAsync(NpgsqlDataSource database, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        foreach (var sql in Files.Select(file => AccountSql.Read($"Schema.{file}")).Prepend(Lock))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
