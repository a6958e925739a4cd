using Ledger.Domain.Stories;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Revisions;

/// <summary>The blocks of one state of an article, and the hashes under which they are stored.</summary>
/// <remarks>
/// Blocks are told apart as objects: a change of an article carries the objects of what it leaves alone over, so that
/// a long article costs the hashing of what changed in it.
/// </remarks>
internal sealed class BlockList
{
    private readonly IReadOnlyList<Block> blocks;
    private readonly ContentHash[] hashes;
    private HashTree? tree;

    private BlockList(IReadOnlyList<Block> blocks, ContentHash[] hashes) =>
        (this.blocks, this.hashes) = (blocks, hashes);

    public static BlockList Empty { get; } = new([], []);

    public int Count => hashes.Length;

    /// <summary>The form in which a row keeps the hashes.</summary>
    public HashTree Tree => tree ??= HashTree.Of(hashes);

    /// <summary>The list for other blocks, of which those are hashed that this one does not have.</summary>
    /// <param name="next">The blocks of another state of the article.</param>
    /// <param name="added">Told of each block that was hashed, with its JSON.</param>
    public BlockList Then(IReadOnlyList<Block> next, Action<ContentHash, byte[]>? added = null)
    {
        if (ReferenceEquals(blocks, next))
            return this;

        Dictionary<Block, ContentHash>? known = null;
        var after = new ContentHash[next.Count];
        for (var i = 0; i < after.Length; i++)
        {
            // Most blocks stay where they were; the others are looked up.
            var block = next[i];
            if (i < blocks.Count && ReferenceEquals(blocks[i], block))
                after[i] = hashes[i];
            else if (!(known ??= ByObject()).TryGetValue(block, out after[i]))
                after[i] = Hash(block, added);
        }

        return new(next, after);
    }

    private static ContentHash Hash(Block block, Action<ContentHash, byte[]>? added)
    {
        var json = Stored.Utf8Json(block);
        var hash = ContentHash.Of(json);
        added?.Invoke(hash, json);
        return hash;
    }

    private Dictionary<Block, ContentHash> ByObject()
    {
        var known = new Dictionary<Block, ContentHash>(hashes.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < hashes.Length; i++)
            known[blocks[i]] = hashes[i];

        return known;
    }
}
