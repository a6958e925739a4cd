using Ledger.Domain.Copies;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Copies;

/// <summary>Keeps one row for each copy, and one for what became of each correction in it.</summary>
internal sealed class CopyProjection : IProjection
{
    private static readonly RowFormat<StreamFold<CopyState>> Copies =
        new(Sql.Of<CopyProjection>("CopyCopies"), Sql.Of<CopyProjection>("SaveCopies"))
        {
            { NpgsqlDbType.Uuid, row => row.Id },
            { NpgsqlDbType.Uuid, row => row.State.Linked!.StoryId },
            { NpgsqlDbType.Text, row => Stored.Name(row.State.Linked!.Kind) },
            { NpgsqlDbType.Text, row => row.State.Linked!.Publisher },
            { NpgsqlDbType.Text, row => row.State.Linked!.Language },
            { NpgsqlDbType.Text, row => row.State.Linked!.Address },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.Bigint, row => row.First!.Position },
            { NpgsqlDbType.Text, row => row.State.Unlinked?.Reason },
            { NpgsqlDbType.TimestampTz, row => row.BegunAt },
        };

    private static readonly RowFormat<(Guid Copy, CopySettled Settled)> Settlements =
        new(Sql.Of<CopyProjection>("CopySettlements"), Sql.Of<CopyProjection>("SaveSettlements"))
        {
            { NpgsqlDbType.Uuid, row => row.Copy },
            { NpgsqlDbType.Uuid, row => row.Settled.CorrectionId },
            { NpgsqlDbType.Text, row => Stored.Name(row.Settled.Outcome) },
            { NpgsqlDbType.Text, row => row.Settled.Reason },
        };

    public string Name => "copy";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("copy", Sql.Of<CopyProjection>("Copy"), Sql.Of<CopyProjection>("CopyKeys")),
        new("copy_settlement", Sql.Of<CopyProjection>("Settlement"), Sql.Of<CopyProjection>("SettlementKeys")),
    ];

    public IEnumerable<IWrite> Project(StepBatch batch)
    {
        var changed = batch.StreamsOf<CopyState>().ToList();
        return
        [
            Copies.Of(changed),
            Settlements.Of([.. changed.SelectMany(copy => copy.State.Settled.Values, (copy, e) => (copy.Id, e))]),
        ];
    }
}
