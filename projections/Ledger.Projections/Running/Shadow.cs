using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>The schema that a rebuild fills, and what is noted there of how far it has come.</summary>
/// <param name="Target">The position up to which the streams are loaded.</param>
/// <param name="Pending">The spans that are not loaded yet.</param>
/// <param name="Loaded">How many events the others have.</param>
internal sealed record Shadow(
    NpgsqlDataSource Database, IReadOnlyList<IProjection> Projections, long Target,
    IReadOnlyList<StreamSpan> Pending, long Loaded)
{
    public static readonly TimeSpan LockWait = TimeSpan.FromSeconds(20);

    private const long FewestEvents = 250;
    private const long MostEvents = 20_000;

    /// <summary>Goes on with what a rebuild of the same read models by the same program has left, or begins.</summary>
    public static async Task<Shadow> OpenAsync(
        NpgsqlDataSource database, IEventStore store, IReadOnlyList<IProjection> projections, int workers,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(database, projections, cancellationToken) is { } left)
            return left;

        // The head first: a stream that has an event up to it is then in one of the spans.
        var target = await store.GetHeadAsync(cancellationToken);
        var size = Math.Clamp(target / (workers * 4), FewestEvents, MostEvents);
        var spans = target == 0 ? [] : await store.CutStreamsAsync(size, cancellationToken);
        return await CreateAsync(database, projections, target, spans, cancellationToken);
    }

    /// <summary>Begins with empty tables.</summary>
    public static async Task<Shadow> CreateAsync(
        NpgsqlDataSource database, IReadOnlyList<IProjection> projections, long target,
        IReadOnlyList<StreamSpan> spans, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(database, cancellationToken);
        var connection = transaction.Connection;
        await ExecuteAsync(connection, Sql.Of<Shadow>("CreateShadow"), cancellationToken);
        foreach (var table in projections.SelectMany(projection => projection.Tables))
            await ExecuteAsync(connection, table.Sql, cancellationToken);

        await using var plan = connection.Command(Sql.Of<Shadow>("SavePlan"))
            .With(MakerOf(projections))
            .With(target)
            .Column(spans, span => span.First)
            .Column(spans, span => span.Last)
            .Column(spans, span => span.Events);
        await plan.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new(database, projections, target, spans, 0);
    }

    public static async Task DropAsync(NpgsqlDataSource database)
    {
        await using var transaction = await BeginAsync(database, CancellationToken.None);
        await ExecuteAsync(transaction.Connection, Sql.Of<Shadow>("DropShadow"), CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Makes the keys of the tables, which are full by now, and sets the checkpoints.</summary>
    /// <returns>The position that the tables contain, which is past the target when a rebuild goes on.</returns>
    public async Task<long> CompleteAsync(CancellationToken cancellationToken)
    {
        var tables = Projections.SelectMany(projection => projection.Tables);
        await Parallel.ForEachAsync(tables, cancellationToken, async (table, cancelled) =>
        {
            await using var keys = await BeginAsync(Database, cancelled);
            await ExecuteAsync(keys.Connection, Sql.Of<Shadow>("SortInMemory"), cancelled);
            await ExecuteAsync(keys.Connection, table.Keys, cancelled);
            await keys.CommitAsync(cancelled);
        });

        await using var transaction = await BeginAsync(Database, cancellationToken);
        await Migration.RegisterAsync(Projections, Target, transaction.Connection, cancellationToken);
        await using var progress = transaction.Connection.Command(Sql.Of<Shadow>("ShadowProgress"))
            .Column(Projections, projection => projection.Name + ":All");
        var position = (long)(await progress.ExecuteScalarAsync(cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return position;
    }

    public static Task<BatchTransaction> BeginAsync(NpgsqlDataSource database, CancellationToken cancellationToken) =>
        BatchTransaction.BeginAsync(database, Area.Shadow, [], LockWait, cancellationToken);

    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(sql);

        // To build the keys of many rows takes as long as it takes.
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Shadow?> FindAsync(
        NpgsqlDataSource database, IReadOnlyList<IProjection> projections, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(database, cancellationToken);
        await using var exists = transaction.Connection.Command(Sql.Of<Shadow>("HasPlan"));
        if (!(bool)(await exists.ExecuteScalarAsync(cancellationToken))!)
            return null;

        await using var plan = transaction.Connection.Command(Sql.Of<Shadow>("FindPlan")).With(MakerOf(projections));
        var rows = await plan.ReadAsync(row => (Target: row.GetInt64(0), Span: SpanFrom(row),
            Loaded: !row.IsDBNull(4) && row.GetBoolean(4)), cancellationToken);
        return rows.Count == 0 ? null : new(database, projections, rows[0].Target,
            [.. rows.Where(row => row is { Loaded: false, Span: not null }).Select(row => row.Span!)],
            rows.Where(row => row.Loaded).Sum(row => row.Span!.Events));
    }

    private static StreamSpan? SpanFrom(NpgsqlDataReader row) =>
        row.IsDBNull(1) ? null : new(row.GetGuid(1), row.GetGuid(2), row.GetInt64(3));

    /// <summary>What the rows follow from besides the events: the read models, and the code that makes them.</summary>
    private static string MakerOf(IReadOnlyList<IProjection> projections)
    {
        var models = projections.Select(projection =>
            string.Create(CultureInfo.InvariantCulture, $"{projection.Name}:{projection.Version}"));
        Guid[] code = [typeof(Shadow).Module.ModuleVersionId, typeof(StoryEvent).Module.ModuleVersionId];
        return string.Join(' ', [.. models, .. code.Select(module => module.ToString())]);
    }
}
