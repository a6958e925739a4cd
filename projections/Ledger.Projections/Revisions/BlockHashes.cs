using System.Security.Cryptography;
using System.Text;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Revisions;

/// <summary>The hashes of the blocks that one batch meets, each computed once.</summary>
/// <remarks>
/// Blocks are told apart as objects: a change of an article carries the objects of what it leaves alone over, so that
/// a long article costs the hashing of what changed in it.
/// </remarks>
internal sealed class BlockHashes
{
    private readonly Dictionary<Block, byte[]> hashes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The blocks that were not known to be stored.</summary>
    public List<(byte[] Hash, string Json)> New { get; } = [];

    public BlockHashes(IEnumerable<LastRevision> stored)
    {
        foreach (var revision in stored)
        {
            foreach (var (block, hash) in revision.State.Story().Article.Blocks.Zip(revision.Hashes))
                hashes[block] = hash;
        }
    }

    public byte[][] Of(Article article) => [.. article.Blocks.Select(Of)];

    private byte[] Of(Block block)
    {
        if (hashes.TryGetValue(block, out var known))
            return known;

        var json = Stored.Utf8Json(block);
        var hash = SHA256.HashData(json);
        hashes.Add(block, hash);
        New.Add((hash, Encoding.UTF8.GetString(json)));
        return hash;
    }
}
