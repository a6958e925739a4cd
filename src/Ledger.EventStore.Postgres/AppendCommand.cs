using Npgsql;
using NpgsqlTypes;

namespace Ledger.EventStore.Postgres;

/// <summary>One append, checked and written out, ready for the statement that performs it.</summary>
internal sealed class AppendCommand
{
    private readonly AppendRequest request;
    private readonly string[] keys;
    private readonly Row[] rows;

    /// <exception cref="ArgumentException">
    /// There are no events, a type is not in the catalogue, or text cannot be stored.
    /// </exception>
    public AppendCommand(AppendRequest request, EventCatalogue catalogue)
    {
        if (request.Events.Count == 0)
            throw new ArgumentException("An append needs at least one event.", nameof(request));

        this.request = request;
        StorableText.Check(request.StreamType, "stream type");
        keys = [.. request.Keys.Distinct(StringComparer.Ordinal)];
        foreach (var key in keys)
            StorableText.Check(key, "key");

        StorableText.Check(request.Command?.Id, "command's id");
        rows = [.. request.Events.Select(e => new Row(e, catalogue))];
    }

    public AppendRequest Request => request;

    public NpgsqlBatchCommand ToStatement() => new(Sql.Append)
    {
        Parameters =
        {
            new NpgsqlParameter<Guid> { TypedValue = request.StreamId },
            new NpgsqlParameter<string> { TypedValue = request.StreamType, NpgsqlDbType = NpgsqlDbType.Varchar },
            new() { Value = (object?)request.Expected.Value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint },
            Array(keys, NpgsqlDbType.Text),
            Array([.. rows.Select(row => row.Id)], NpgsqlDbType.Uuid),
            Array([.. rows.Select(row => row.Alias)], NpgsqlDbType.Varchar),
            Array([.. rows.Select(row => row.DotNetType)], NpgsqlDbType.Varchar),
            Array([.. rows.Select(row => row.Data)], NpgsqlDbType.Jsonb),
            Array([.. rows.Select(row => row.Headers)], NpgsqlDbType.Jsonb),
            Array([.. rows.Select(row => row.Metadata.CorrelationId)], NpgsqlDbType.Varchar),
            Array([.. rows.Select(row => row.Metadata.CausationId)], NpgsqlDbType.Varchar),
            Array([.. rows.Select(row => row.Metadata.Actor)], NpgsqlDbType.Varchar),
            new() { Value = (object?)request.Command?.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
            new()
            {
                Value = (object?)request.Command?.Fingerprint.ToArray() ?? DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Bytea,
            },
        },
    };

    private static NpgsqlParameter<T[]> Array<T>(T[] values, NpgsqlDbType type) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    private sealed class Row(NewEvent appended, EventCatalogue catalogue)
    {
        public Guid Id => appended.Id;

        public string Alias { get; } = catalogue.AliasOf(appended.Data.GetType());

        /// <summary>By this Marten finds the type: its full name and the assembly, without a version.</summary>
        public string DotNetType { get; } =
            $"{appended.Data.GetType().FullName}, {appended.Data.GetType().Assembly.GetName().Name}";

        public byte[] Data { get; } = StorableText.CheckJson(catalogue.Write(appended.Data), "event's data");

        public byte[] Headers { get; } = Postgres.Headers.Write(appended.Metadata);

        public EventMetadata Metadata { get; } = Checked(appended.Metadata);

        private static EventMetadata Checked(EventMetadata metadata)
        {
            if (string.IsNullOrEmpty(metadata.Actor))
                throw new ArgumentException("An event needs an actor.");

            StorableText.Check(metadata.Actor, "actor");
            StorableText.Check(metadata.ActorName, "actor's name");
            StorableText.Check(metadata.Reason, "reason");
            StorableText.Check(metadata.CorrelationId, "correlation id");
            StorableText.Check(metadata.CausationId, "causation id");
            return metadata;
        }
    }
}
