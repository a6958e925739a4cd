using Ledger.Domain.Policies;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Policies;

/// <summary>Keeps one row for each version of the house policy.</summary>
internal sealed class PolicyProjection : IProjection
{
    private static readonly RowFormat<StreamStep<PolicyState>> Rows =
        new(Sql.Of<PolicyProjection>("Copy"), Sql.Of<PolicyProjection>("Save"))
        {
            { NpgsqlDbType.Integer, row => row.After.State.Version },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.After.State.Policy) },
            { NpgsqlDbType.Text, row => (row.Recorded.Data as PolicyAdopted)?.Reason },
            { NpgsqlDbType.Bigint, row => row.Position },
            { NpgsqlDbType.Text, row => row.Recorded.Metadata.Actor },
            { NpgsqlDbType.Text, row => row.Recorded.Metadata.ActorName },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(row.Recorded.OccurredAt) },
        };

    public string Name => "policy";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
        [new("policy", Sql.Of<PolicyProjection>("Policy"), Sql.Of<PolicyProjection>("PolicyKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.StepsOf<PolicyState>()])];
}
