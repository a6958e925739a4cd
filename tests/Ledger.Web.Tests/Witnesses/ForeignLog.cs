using System.Globalization;
using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Ledger.Integrity.Witnesses;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>A log of somebody else, in memory: it has at most 256 leaves, and may lie.</summary>
internal sealed class ForeignLog(string origin, byte seed, string leaf = "leaf") : ITileReader
{
    private readonly NoteSigner signer = new(origin, Ed25519.Key(Enumerable.Repeat(seed, 32).ToArray()));

    public string Origin => origin;

    public VerifierKey Key => signer.Key;

    /// <summary>The same log with other leaves from an index on, signed by the same key.</summary>
    public int ForkedAt { get; init; } = int.MaxValue;

    public Task<TreeHash[]> ReadAsync(TileId tile, CancellationToken cancellationToken) =>
        Task.FromResult(Enumerable.Range(0, tile.Width).Select(Leaf).ToArray());

    public SignedNote Sign(int size) =>
        SignedNote.Sign(new Checkpoint(origin, size, MerkleTree.Root([.. Enumerable.Range(0, size).Select(Leaf)]))
            .ToText(), signer);

    /// <summary>What the log would bring to a witness that has cosigned the old size.</summary>
    public async Task<AddCheckpoint> RequestAsync(int old, int size) => new(
        old, old >= size ? [] : await new TiledTree(this, size).ProveConsistencyAsync(old, CancellationToken.None),
        Sign(size));

    private TreeHash Leaf(int index) => MerkleTree.HashLeaf(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{(index < ForkedAt ? leaf : "forged")} {index}")));
}
