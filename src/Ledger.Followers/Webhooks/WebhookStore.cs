using System.Security.Cryptography;
using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Followers.Webhooks;

/// <summary>The subscriptions and their secrets, in tables beside the log.</summary>
/// <remarks>What changes them is part of the caller's transaction, which notes who did it.</remarks>
public sealed class WebhookStore(NpgsqlDataSource database, ISecretSeal seal, Ed25519Keys keys, TimeProvider time)
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.webhooks'))";

    /// <summary>Creates what is missing of the tables, in the schema <c>ops</c>. Safe at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string[] tables = ["webhook", "webhook_secret"];
        foreach (var sql in tables.Select(table => Sql.Of<WebhookStore>($"Schema.{table}")).Prepend(Lock))
        {
            await using var command = connection.Command(sql);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>False where the name was ever taken.</returns>
    public static async Task<bool> AddAsync(
        Webhook webhook, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Text("add"))
            .With(webhook.Id)
            .With(webhook.Name)
            .With(webhook.Url.ToString())
            .With(webhook.Staff)
            .With(webhook.Types.ToArray())
            .With(webhook.CreatedAt)
            .With(webhook.CreatedBy, NpgsqlDbType.Text);
        return await command.ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    /// <summary>Gives a subscription a new secret; those before are good for a while longer.</summary>
    /// <returns>The new secret.</returns>
    public async Task<WebhookSecret> RotateAsync(
        Guid webhook, TimeSpan overlap, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var end = connection.Command(Text("end-secrets")).With(webhook).With(now + overlap).With(now);
        await end.ExecuteNonQueryAsync(cancellationToken);

        var bytes = WebhookSecret.Create();
        try
        {
            var secret = WebhookSecret.Of(bytes, keys);
            await using var command = connection.Command(Text("add-secret"))
                .With(Guid.CreateVersion7(now))
                .With(webhook)
                .With(seal.Seal(bytes))
                .With(secret.Key.PublicKey.ToArray())
                .With(now);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return secret;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    /// <summary>Ends a subscription and forgets its secrets.</summary>
    public async Task RemoveAsync(Guid webhook, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Text("remove")).With(webhook).With(time.GetUtcNow());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The subscriptions that there are, in the order of their names.</summary>
    /// <param name="name">Only the one of this name; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<Webhook>> ListAsync(string? name, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Text("list")).With(name, NpgsqlDbType.Text);
        return await command.ReadAsync(
            row => new Webhook(
                row.GetGuid(0), row.GetString(1), new(row.GetString(2)), row.GetBoolean(3),
                row.GetFieldValue<string[]>(4), row.Time(5), row.Text(6),
                row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7)),
            cancellationToken);
    }

    /// <summary>The secrets that sign now, the newest first; none when the subscription was removed.</summary>
    public async Task<IReadOnlyList<WebhookSecret>> ListSecretsAsync(
        Guid webhook, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Text("secrets")).With(webhook).With(time.GetUtcNow());
        return await command.ReadAsync(
            row => WebhookSecret.Of(seal.Open(row.GetFieldValue<byte[]>(0)), keys), cancellationToken);
    }

    private static string Text(string statement) => Sql.Of<WebhookStore>($"Statements.{statement}");
}
