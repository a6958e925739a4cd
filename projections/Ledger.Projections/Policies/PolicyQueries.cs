using Ledger.Domain.Policies;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Policies;

/// <summary>One version of the house policy, and who adopted it.</summary>
public sealed record PolicyView(
    int Version, HousePolicy Policy, string? Reason, long Position, string Actor, string? ActorName,
    DateTimeOffset OccurredAt);

/// <summary>Reads the versions of the house policy.</summary>
public sealed class PolicyQueries(NpgsqlDataSource database)
{
    /// <summary>The versions that were adopted, newest first; none while the default holds.</summary>
    public async Task<IReadOnlyList<PolicyView>> ListAsync(int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<PolicyQueries>("List")).With(limit);
        return await command.ReadAsync(ToView, cancellationToken);
    }

    private static PolicyView ToView(NpgsqlDataReader row) => new(
        Version: row.GetInt32(0),
        Policy: row.Json<HousePolicy>(1),
        Reason: row.Text(2),
        Position: row.GetInt64(3),
        Actor: row.GetString(4),
        ActorName: row.Text(5),
        OccurredAt: row.Time(6));
}
