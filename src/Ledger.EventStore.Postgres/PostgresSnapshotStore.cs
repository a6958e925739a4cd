using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>Snapshots beside the log, in <c>ops.snapshots</c>.</summary>
public sealed class PostgresSnapshotStore(NpgsqlDataSource database) : ISnapshotStore
{
    /// <inheritdoc/>
    public async Task<Snapshot?> FindAsync(Guid streamId, int format, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(Sql.FindSnapshot);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = format });
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken)
                ? new(format, row.GetInt64(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2))
                : null;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Guid>> ListAsync(int format, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(Sql.ListSnapshots);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = format });
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            var streams = new List<Guid>();
            while (await row.ReadAsync(cancellationToken))
                streams.Add(row.GetGuid(0));

            return streams;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <inheritdoc/>
    public async Task SaveAsync(Guid streamId, Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand(Sql.SaveSnapshot);
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = streamId });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = snapshot.Format });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = snapshot.Version });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = snapshot.Position });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = snapshot.State });
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }
}
