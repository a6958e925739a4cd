using Ledger.Domain.Drafts;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Drafts;

/// <summary>Keeps one row for each draft of a correction, as it is now.</summary>
internal sealed class DraftProjection : IProjection
{
    private static readonly RowFormat<StreamFold<DraftState>> Rows =
        new(Sql.Of<DraftProjection>("Copy"), Sql.Of<DraftProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Id },
            { NpgsqlDbType.Uuid, row => row.State.StoryId },
            { NpgsqlDbType.Text, row => Stored.Name(row.State.Status) },
            { NpgsqlDbType.Text, row => row.State.Drafters[0].Id },
            { NpgsqlDbType.Text, row => row.State.ApprovedBy?.Id },
            { NpgsqlDbType.TimestampTz, row => Time(row.State.Content?.PublishAt) },
            { NpgsqlDbType.TimestampTz, row => Time(row.State.DueAt) },
            { NpgsqlDbType.Boolean, row => row.State.LacksApproval },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.State) },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.TimestampTz, row => row.BegunAt },
            { NpgsqlDbType.TimestampTz, row => row.ChangedAt },
        };

    public string Name => "draft";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
        [new("draft", Sql.Of<DraftProjection>("Draft"), Sql.Of<DraftProjection>("DraftKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.StreamsOf<DraftState>()])];

    private static DateTimeOffset? Time(DateTimeOffset? time) => time is { } at ? Stored.Time(at) : null;
}
