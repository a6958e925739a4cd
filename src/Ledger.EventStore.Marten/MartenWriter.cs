using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using JasperFx.Events;
using Ledger.EventStore.Postgres;
using Ledger.EventStore.Postgres.Appending;
using Marten;
using Marten.Exceptions;
using Marten.Services;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Marten;

/// <summary>Writes the events of a group as one unit of work of Marten's, in the transaction of the group.</summary>
internal sealed class MartenWriter(IDocumentStore store) : IEventWriter
{
    public void Write(NpgsqlTransaction transaction, GroupPlan plan)
    {
        Begin(transaction, plan);
        using var session = store.LightweightSession(SessionOptions.ForTransaction(transaction));
        var written = new List<(IEvent Event, PlacedEvent Place)>(plan.Events.Count);
        foreach (var stream in plan.Events.GroupBy(e => e.StreamId))
        {
            List<PlacedEvent> places = [.. stream];
            var action = session.Events.Append(stream.Key, places[^1].Version, places.Select(e => e.Event.Fact));
            foreach (var (e, place) in action.Events.Zip(places))
            {
                Describe(e, place.Event, plan.RecordedAt);
                written.Add((e, place));
            }
        }

        Save(session);
        foreach (var (e, place) in written)
            RequirePlace(e, place);

        Settle(transaction, plan);
    }

    private static void Describe(IEvent e, PendingEvent pending, DateTimeOffset recordedAt)
    {
        e.Id = pending.Id;
        e.Timestamp = recordedAt;
        e.UserName = pending.Metadata.Actor;
        e.CorrelationId = pending.Metadata.CorrelationId;
        e.CausationId = pending.Metadata.CausationId;
        using var headers = JsonDocument.Parse(pending.Headers);
        foreach (var header in headers.RootElement.EnumerateObject())
            e.SetHeader(header.Name, header.Value.Clone());
    }

    private static void Save(IDocumentSession session)
    {
        try
        {
            // The thread that writes has nothing else to do, and Marten saves in no other way.
            session.SaveChangesAsync().GetAwaiter().GetResult();
        }
        catch (EventStreamUnexpectedMaxEventIdException e)
        {
            throw new PlaceTakenException(e);
        }
        catch (MartenCommandException e) when (e.InnerException is NpgsqlException reason)
        {
            ExceptionDispatchInfo.Throw(reason);
        }
    }

    // The leaf covers the place, so it has to be the one that was planned.
    private static void RequirePlace(IEvent e, PlacedEvent place)
    {
        if (e.Sequence != place.Position || e.Version != place.Version)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture,
                $"Marten put an event at position {e.Sequence} and version {e.Version} that was to stand at ")
                + string.Create(CultureInfo.InvariantCulture, $"{place.Position} and {place.Version}."));
        }
    }

    private static void Begin(NpgsqlTransaction transaction, GroupPlan plan)
    {
        List<PlannedStream> begun = [.. plan.Streams.Where(stream => stream is { Before: 0, After: > 0 })];
        using var command = new NpgsqlCommand(Sql.Begin, transaction.Connection, transaction)
        {
            Parameters =
            {
                Many(NpgsqlDbType.Uuid, begun.Select(stream => stream.Id)),
                Many(NpgsqlDbType.Varchar, begun.Select(stream => stream.Type)),
                new NpgsqlParameter<DateTimeOffset> { TypedValue = plan.RecordedAt },
                new NpgsqlParameter<long> { TypedValue = plan.Head },
            },
        };
        command.ExecuteNonQuery();
    }

    private static void Settle(NpgsqlTransaction transaction, GroupPlan plan)
    {
        var grown = plan.GrownStreams();
        using var command = new NpgsqlCommand(Sql.Settle, transaction.Connection, transaction)
        {
            Parameters =
            {
                Many(NpgsqlDbType.Uuid, grown),
                new NpgsqlParameter<DateTimeOffset> { TypedValue = plan.RecordedAt },
                new NpgsqlParameter<string> { TypedValue = ChangeNotice.Write(plan.NewHead, grown) },
            },
        };
        command.ExecuteNonQuery();
    }

    private static NpgsqlParameter<T[]> Many<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };
}
