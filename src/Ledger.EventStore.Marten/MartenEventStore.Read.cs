using System.Runtime.CompilerServices;
using System.Text.Json;
using JasperFx.Events;
using Ledger.EventStore.Postgres;
using Marten;

namespace Ledger.EventStore.Marten;

public sealed partial class MartenEventStore
{
    // What Marten writes into positions that a failed append of its own has left empty.
    private const string Tombstone = "tombstone";

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> ReadStreamAsync(
        Guid streamId, StreamRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = new PageSize(limit: null);
        var to = range.ToTime?.ToUniversalTime() ?? DateTimeOffset.MaxValue;
        for (var from = range.FromVersion; !size.WasLast;)
        {
            var rest = range with { FromVersion = from };
            var page = ReadPageAsync(
                size,
                events => events
                    .Where(e => e.StreamId == streamId && e.Version >= rest.FromVersion && e.Version <= rest.ToVersion
                        && e.Timestamp <= to)
                    .OrderBy(e => e.Version),
                () => plain.ReadStreamAsync(streamId, rest, cancellationToken),
                cancellationToken);
            await foreach (var recorded in page)
            {
                yield return recorded;
                from = checked(recorded.Version + 1);
            }
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<RecordedEvent> ReadAllAsync(
        long afterPosition, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var size = new PageSize(limit);
        while (!size.WasLast && size.Rows > 0)
        {
            var after = afterPosition;
            var page = ReadPageAsync(
                size,
                events => events.Where(e => e.Sequence > after).OrderBy(e => e.Sequence),
                () => plain.ReadAllAsync(after, limit: null, cancellationToken),
                cancellationToken);
            await foreach (var recorded in page)
            {
                yield return recorded;
                afterPosition = recorded.Position;
            }
        }
    }

    // A page is given while it is read. Whoever stops early has the rest of it read over, and no more.
    private async IAsyncEnumerable<RecordedEvent> ReadPageAsync(
        PageSize size, Func<IQueryable<IEvent>, IQueryable<IEvent>> part, Func<IAsyncEnumerable<RecordedEvent>> plainly,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var query = part(session.Events.QueryAllRawEvents().Where(e => e.EventTypeName != Tombstone))
            .Take((int)size.Rows);
        await using var events = query.ToAsyncEnumerable(cancellationToken).GetAsyncEnumerator(cancellationToken);
        var count = 0;
        size.Begin();
        while (await NextAsync())
        {
            yield return Recorded(events.Current);
            count++;
        }

        size.End(count);

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await events.MoveNextAsync();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // Marten does not say where it was stopped. Reading on without it does, in the terms of the contract.
                await foreach (var _ in plainly())
                {
                }

                throw;
            }
        }
    }

    private RecordedEvent Recorded(IEvent e)
    {
        if (!catalogue.Knows(e.EventTypeName))
            throw new UnknownEventTypeException(e.EventTypeName, e.Sequence, e.StreamId, e.Version);

        var headers = e.Headers is null ? null : JsonSerializer.SerializeToUtf8Bytes(e.Headers);
        return new(e.Sequence, e.Id, e.StreamId, e.Version, e.EventTypeName, e.Data, e.Timestamp,
            Headers.Read(headers, e.UserName, e.CorrelationId, e.CausationId));
    }
}
