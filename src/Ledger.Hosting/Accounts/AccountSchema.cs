using Npgsql;

namespace Ledger.Hosting.Accounts;

/// <summary>The tables of people: what they sign in with, their sessions, and the audit of both.</summary>
internal static class AccountSchema
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.accounts'))";

    // In this order: what belongs to an account refers to it.
    private static readonly string[] Files =
    [
        "schema", "account", "token", "session", "one_time_link", "sign_in_attempt", "sign_in_event",
        "data_protection_key",
    ];

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
