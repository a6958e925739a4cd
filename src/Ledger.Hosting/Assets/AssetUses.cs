using Ledger.Application.Assets;
using Ledger.Projections.Assets;
using Ledger.Projections.Running;

namespace Ledger.Hosting.Assets;

/// <summary>Knows the uses of pictures by the read model, once it contains the head of the log.</summary>
internal sealed class AssetUses(AssetQueries assets, ProjectionRunner projections) : IAssetUses
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<AssetUse>?> FindAsync(Guid asset, CancellationToken cancellationToken)
    {
        if (!await projections.CatchUpAsync(LongestWait, cancellationToken))
            return null;

        var uses = await assets.ListUsesAsync(asset, cancellationToken);
        return [.. uses.Select(use => new AssetUse(use.StoryId, use.Url, use.Section, use.Words))];
    }
}
