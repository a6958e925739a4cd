using Npgsql;

namespace Ledger.Hosting.Erasing;

/// <summary>Requests to erase and legal holds, in tables beside the log, and where words stand in it.</summary>
public sealed class ErasureStore(NpgsqlDataSource database)
{
    // IF NOT EXISTS does not hold between two nodes that start at once; the lock does.
    private const string Lock = "SELECT pg_advisory_xact_lock(hashtext('ledger.ops.erasures'))";

    /// <summary>Creates what is missing of the tables, in the schema <c>ops</c>. Safe at every start.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        string[] tables = ["erasure_request", "legal_hold"];
        foreach (var sql in tables.Select(table => StatementFiles.Read<ErasureStore>($"Schema.{table}")).Prepend(Lock))
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    internal Task SaveAsync(ErasureRequest request, CancellationToken cancellationToken) => RunAsync(
        "save", cancellationToken, request.Id, request.Story, request.Words.ToArray(), request.Basis,
        request.RequestedBy, request.RequestedAt);

    /// <returns>Whether it was there.</returns>
    internal async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) =>
        await RunAsync("remove", cancellationToken, id) > 0;

    internal async Task<ErasureRequest?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await ListAsync(id, cancellationToken)).SingleOrDefault();

    /// <summary>What waits for a decision, the oldest first; only one of that id where it is given.</summary>
    public async Task<IReadOnlyList<ErasureRequest>> ListAsync(Guid? id, CancellationToken cancellationToken)
    {
        await using var command = Statement("list", id);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var requests = new List<ErasureRequest>();
        while (await row.ReadAsync(cancellationToken))
            requests.Add(new(
                row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<string[]>(2), row.GetString(3), row.GetString(4),
                row.GetFieldValue<DateTimeOffset>(5)));

        return requests;
    }

    /// <returns>False where the story was held already.</returns>
    internal async Task<bool> HoldAsync(
        Guid story, string reason, string by, DateTimeOffset at, CancellationToken cancellationToken) =>
        await RunAsync("hold", cancellationToken, story, reason, by, at) > 0;

    /// <returns>False where the story was not held.</returns>
    internal async Task<bool> ReleaseAsync(Guid story, CancellationToken cancellationToken) =>
        await RunAsync("release", cancellationToken, story) > 0;

    /// <summary>Why nothing of a story may be erased; null where it may.</summary>
    internal async Task<string?> FindHoldAsync(Guid story, CancellationToken cancellationToken)
    {
        await using var command = Statement("find-hold", story);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>The streams that speak of a story, without its own.</summary>
    internal Task<List<Guid>> FindRelatedAsync(Guid story, CancellationToken cancellationToken) =>
        ReadAsync<Guid>("related", story.ToString(), cancellationToken);

    /// <summary>The positions of events in which any of some words stand, the first hundred.</summary>
    internal Task<List<long>> FindWordsAsync(IReadOnlyList<string> words, CancellationToken cancellationToken) =>
        ReadAsync<long>("elsewhere", words.ToArray(), cancellationToken);

    private async Task<List<T>> ReadAsync<T>(string name, object value, CancellationToken cancellationToken)
    {
        await using var command = Statement(name, value);
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await row.ReadAsync(cancellationToken))
            found.Add(row.GetFieldValue<T>(0));

        return found;
    }

    private async Task<int> RunAsync(string name, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = Statement(name, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private NpgsqlCommand Statement(string name, params object?[] values) =>
        database.CreateCommand(StatementFiles.Read<ErasureStore>($"Statements.{name}")).With(values);
}
