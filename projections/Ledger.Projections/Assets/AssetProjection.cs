using Ledger.Domain.Assets;
using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Assets;

/// <summary>Keeps one row for each picture in a story, and one for each picture that has a stream of its own.</summary>
internal sealed class AssetProjection : IProjection
{
    private static readonly RowFormat<(Guid Story, Block Block, int Place)> Uses =
        new(Sql.Of<AssetProjection>("CopyUses"), Sql.Of<AssetProjection>("SaveUses"))
        {
            { NpgsqlDbType.Uuid, row => AssetIds.OfPicture(row.Block.Url!) },
            { NpgsqlDbType.Uuid, row => row.Story },
            { NpgsqlDbType.Text, row => row.Block.Id },
            { NpgsqlDbType.Text, row => row.Block.Url },
            { NpgsqlDbType.Text, row => row.Block.Caption },
            { NpgsqlDbType.Text, row => row.Block.Credit },
            { NpgsqlDbType.Text, row => row.Block.Alt },
            { NpgsqlDbType.Integer, row => row.Place },
        };

    private static readonly RowFormat<StreamFold<AssetState>> Assets =
        new(Sql.Of<AssetProjection>("CopyAssets"), Sql.Of<AssetProjection>("SaveAssets"))
        {
            { NpgsqlDbType.Uuid, row => row.Id },
            { NpgsqlDbType.Text, row => row.State.Registered!.Url },
            { NpgsqlDbType.Text, row => row.State.Words.Caption },
            { NpgsqlDbType.Text, row => row.State.Words.Credit },
            { NpgsqlDbType.Text, row => row.State.Words.Alt },
            { NpgsqlDbType.Integer, row => Count(row.State, AssetCorrectionStatus.Proposed) },
            { NpgsqlDbType.Integer, row => row.State.Corrections.Sum(correction => correction.ListOpen().Count) },
            { NpgsqlDbType.Uuid, row => Due(row.State) },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.State) },
            { NpgsqlDbType.Bigint, row => row.Version },
            { NpgsqlDbType.TimestampTz, row => row.BegunAt },
            { NpgsqlDbType.TimestampTz, row => row.ChangedAt },
        };

    public string Name => "asset";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("asset", Sql.Of<AssetProjection>("Asset"), Sql.Of<AssetProjection>("AssetKeys")),
        new("asset_use", Sql.Of<AssetProjection>("Use"), Sql.Of<AssetProjection>("UseKeys")),
    ];

    public IEnumerable<IWrite> Project(StepBatch batch)
    {
        var changed = batch.Stories
            .Select(story => (story.After.Id, Before: PicturesOf(story.Before), After: PicturesOf(story.After)))
            .Where(story => !story.Before.SequenceEqual(story.After))
            .ToList();
        var gone = changed
            .SelectMany(story => story.Before
                .Where(use => story.After.All(still => still.Block.Id != use.Block.Id))
                .Select(use => (Story: story.Id, Block: use.Block.Id)))
            .ToList();
        return
        [
            .. gone.Count == 0 ? (IWrite[])[] : [Drop(gone)],
            Uses.Of([.. changed.SelectMany(story => story.After, (story, use) => (story.Id, use.Block, use.Place))]),
            Assets.Of([.. batch.StreamsOf<AssetState>()]),
        ];
    }

    private static Statement Drop(List<(Guid Story, string Block)> gone) => new(
        Sql.Of<AssetProjection>("DropUses"),
        new NpgsqlParameter<Guid[]> { TypedValue = [.. gone.Select(use => use.Story)] },
        new NpgsqlParameter<string[]> { TypedValue = [.. gone.Select(use => use.Block)] });

    private static List<(Block Block, int Place)> PicturesOf(StoryFold story) => story.State.Current is { } current
        ? [.. current.Article.Blocks
            .Select((block, place) => (block, place))
            .Where(pair => pair.block is { Type: BlockType.Image, Url: not null })]
        : [];

    private static int Count(AssetState state, AssetCorrectionStatus status) =>
        state.Corrections.Count(correction => correction.Status == status);

    private static Guid? Due(AssetState state) =>
        state.FindPending() is { Status: AssetCorrectionStatus.Approved } approved ? approved.Id : null;
}
