using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Fixes;

/// <summary>Keeps one row for each minor fix that needs a second person, as it is now.</summary>
internal sealed class FixProjection : IProjection
{
    private static readonly RowFormat<StreamFold<FoldedFix>> Rows =
        new(Sql.Of<FixProjection>("Copy"), Sql.Of<FixProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Id },
            { NpgsqlDbType.Uuid, row => row.State.Fix!.Proposed.StoryId },
            { NpgsqlDbType.Text, row => Stored.Name(row.State.Status) },
            { NpgsqlDbType.Text, row => row.State.Fix!.Proposed.ProposedBy },
            { NpgsqlDbType.Text, row => row.First!.Metadata.ActorName },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.State.Fix!) },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.TimestampTz, row => row.BegunAt },
            { NpgsqlDbType.TimestampTz, row => row.ChangedAt },
        };

    public string Name => "fix";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
        [new("fix", Sql.Of<FixProjection>("Fix"), Sql.Of<FixProjection>("FixKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.StreamsOf<FoldedFix>()])];
}
