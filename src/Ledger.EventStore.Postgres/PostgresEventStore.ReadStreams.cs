using System.Runtime.CompilerServices;
using Npgsql;

namespace Ledger.EventStore.Postgres;

public sealed partial class PostgresEventStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<StreamSpan>> CutStreamsAsync(long events, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(events);
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Sql.CutStreams, connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = events } },
        };
        try
        {
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            var spans = new List<StreamSpan>();
            while (await row.ReadAsync(cancellationToken))
                spans.Add(new(row.GetGuid(0), row.GetGuid(1), row.GetInt64(2)));

            return spans;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> ReadStreamsAsync(
        StreamSpan span, long upToPosition, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(Sql.WalkIndexes), ReadStreams(span, upToPosition) },
        };
        await using var rows = await ReadingAsync(BeginAsync);
        var isOver = false;
        try
        {
            while (!(isOver = !await ReadingAsync(() => rows.ReadAsync(cancellationToken))))
                yield return new EventRow(rows).ToEvent(catalogue);
        }
        finally
        {
            // Else the rest of the span would be read before the connection is given back.
            if (!isOver)
                batch.Cancel();
        }

        async Task<NpgsqlDataReader> BeginAsync()
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken);
            await reader.NextResultAsync(cancellationToken);
            return reader;
        }
    }

    private static NpgsqlBatchCommand ReadStreams(StreamSpan span, long upToPosition) => new(Sql.ReadStreams)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = span.First },
            new NpgsqlParameter<Guid> { TypedValue = span.Last },
            new NpgsqlParameter<long> { TypedValue = upToPosition },
        },
    };

    private static ValueTask<T> ReadingAsync<T>(Func<Task<T>> read)
    {
        try
        {
            var reading = read();
            return reading.IsCompletedSuccessfully ? new(reading.Result) : new(GuardedAsync(reading));
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }

    private static async Task<T> GuardedAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (NpgsqlException e) when (e.IsUnavailable())
        {
            throw StoreFailures.Unavailable(e);
        }
    }
}
