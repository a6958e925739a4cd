using Ledger.Integrity.Trees;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>Reads each tile once for the many proofs that need it, with memory for some of them.</summary>
public sealed class RememberedTiles(ITileReader tiles) : ITileReader
{
    // 8 KiB each.
    private const int Most = 1024;

    private readonly Dictionary<TileId, TreeHash[]> known = [];

    /// <inheritdoc/>
    public async Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken)
    {
        if (known.TryGetValue(tile, out var hashes))
            return hashes;

        if (known.Count == Most)
            known.Clear();

        return known[tile] = await tiles.ReadAsync(tile, cancellationToken);
    }
}
