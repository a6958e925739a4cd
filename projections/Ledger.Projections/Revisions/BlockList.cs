using Ledger.Domain.Stories;

namespace Ledger.Projections.Revisions;

/// <summary>A block that a list has and the one before it had not.</summary>
internal delegate void BlockAdded(ContentHash hash, ReadOnlySpan<byte> json);

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
    /// <param name="writer">Gives the JSON of those.</param>
    /// <param name="added">Told of each block that was hashed, with its JSON for that moment.</param>
    public BlockList Then(IReadOnlyList<Block> next, BlockWriter writer, BlockAdded? added = null)
    {
        if (ReferenceEquals(blocks, next))
            return this;

        var place = 0;
        var after = new ContentHash[next.Count];
        for (var i = 0; i < after.Length; i++)
            after[i] = Find(next[i], ref place) is { } known ? hashes[known] : Hash(next[i], writer, added);

        return new(next, after);
    }

    /// <summary>Where a block stands, looked for from the place on where the one before it was found.</summary>
    private int? Find(Block block, ref int place)
    {
        for (var tried = 0; tried < hashes.Length; tried++, place++)
        {
            if (place >= hashes.Length)
                place = 0;

            if (ReferenceEquals(blocks[place], block))
                return place++;
        }

        return null;
    }

    private static ContentHash Hash(Block block, BlockWriter writer, BlockAdded? added)
    {
        var json = writer.Write(block);
        var hash = ContentHash.Of(json);
        added?.Invoke(hash, json);
        return hash;
    }
}
