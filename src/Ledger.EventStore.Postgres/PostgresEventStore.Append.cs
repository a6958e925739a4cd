using Npgsql;

namespace Ledger.EventStore.Postgres;

public sealed partial class PostgresEventStore
{
    // A writer that does not take the lock, as Marten, can stand in the way once; that it does so again and again
    // means that it holds a position for longer than we should wait.
    private const int Attempts = 5;

    /// <inheritdoc/>
    public async Task<AppendResult> AppendAsync(AppendRequest request, CancellationToken cancellationToken)
    {
        var command = new AppendCommand(request, catalogue);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await AppendOnceAsync(command, cancellationToken);
                listener.Announce(new(result.Position, [request.StreamId]));
                return result;
            }
            catch (PostgresException e) when (e.IsForeignWriter() && attempt < Attempts)
            {
                // It has committed by now: look again where the stream and the log stand.
            }
            catch (NpgsqlException e) when (e.IsUnavailable())
            {
                throw StoreFailures.Unavailable(e);
            }
        }
    }

    private async Task<AppendResult> AppendOnceAsync(AppendCommand command, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);

        // Without BEGIN and COMMIT a batch is one transaction and one round trip. The lock is a statement of its own:
        // the snapshot of the next one is taken when the lock is granted, and shows all that was appended before.
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Lock(), command.ToStatement() },
        };
        await batch.PrepareAsync(cancellationToken);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var result = ReadResult(reader, command.Request);

        // The commit is what the last message of the server confirms; only after it the append has happened.
        await reader.CloseAsync();
        return result;
    }

    private static NpgsqlBatchCommand Lock() => new("select pg_advisory_xact_lock($1)")
    {
        Parameters = { new NpgsqlParameter<long> { TypedValue = AppendLock } },
    };

    private static AppendResult ReadResult(NpgsqlDataReader row, AppendRequest request)
    {
        if (!row.IsDBNull(6))
            throw new CommandRepeatedException(Receipt(request.Command!.Id, row, 6));

        var actual = row.GetInt64(0);
        if (!request.Expected.IsMetBy(actual))
            throw new WrongExpectedVersionException(request.StreamId, request.Expected, actual);

        if (!row.IsDBNull(1))
            throw new KeyTakenException(row.GetString(1), row.GetGuid(2));

        return new(checked(actual + request.Events.Count), row.GetInt64(3));
    }
}
