using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>The head of the log and where the read models stand, at one moment.</summary>
internal sealed record LogStatus(long Head, IReadOnlyList<ReadModelStatus> Models)
{
    public static async Task<LogStatus> ReadAsync(
        NpgsqlDataSource database, IReadOnlyList<IProjection> projections, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, projections, cancellationToken);
    }

    public static async Task<LogStatus> ReadAsync(
        NpgsqlConnection connection, IReadOnlyList<IProjection> projections, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(Sql.Of<LogStatus>("Status"))
            .Column(projections, projection => projection.Name);
        var rows = await command.ReadAsync(
            row => (Head: row.GetInt64(4), Model: ToModel(row, row.GetInt64(4))), cancellationToken);
        var models = projections.Select(projection => rows.Find(row => row.Model.Name == projection.Name).Model
            ?? throw new InvalidOperationException(
                $"The database has no read model '{projection.Name}'; migrate it first."));
        return new(rows.Max(row => row.Head), [.. models]);
    }

    public bool HasReached(long position) => Models.All(model => model.Position >= position);

    private static ReadModelStatus ToModel(NpgsqlDataReader row, long head)
    {
        var position = row.GetInt64(1);
        return new(
            Name: row.GetString(0),
            Position: position,
            Lag: Math.Max(0, head - position),
            StoppedAt: row.IsDBNull(2) ? null : row.GetInt64(2),
            Error: row.Text(3));
    }
}
