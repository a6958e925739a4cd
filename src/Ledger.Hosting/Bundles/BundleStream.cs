using System.Globalization;
using System.Text.Json;
using Ledger.Application.Auditing;
using Ledger.Application.Stories;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Bundles;
using Ledger.Integrity.Trees;

namespace Ledger.Hosting.Bundles;

/// <summary>A stream that is being written to a bundle.</summary>
/// <param name="Story">The story as it is now; null where the level does not ask what it is.</param>
internal sealed record BundleStream(Guid Id, LoadedStory? Story, Replay Replay)
{
    private long version;

    /// <summary>Writes the line of the next event.</summary>
    /// <exception cref="LogIntegrityException">It is not the next, or not what its leaf commits to.</exception>
    public void Write(Utf8JsonWriter to, LeafRow row, DisclosureLevel level, IReadOnlyList<TreeHash>? proof)
    {
        if (row.Version != ++version
            || !MerkleTree.HashLeaf(row.Bytes).ToArray().AsSpan().SequenceEqual(row.StoredHash))
            throw new LogIntegrityException(string.Create(CultureInfo.InvariantCulture,
                $"The event at position {row.Position} is not what was signed, or one before it is gone; "
                + $"'ledger verify' says more."));

        using var data = JsonDocument.Parse(row.Data);
        using var headers = JsonDocument.Parse(row.Headers);
        BundleEventWriter.Write(
            to, new(row.Bytes, row.Context, data.RootElement, headers.RootElement, row.Salts), Shows, proof);

        bool Shows(string part, string member) => row.Erased.Find(part, member) is null && IsFor(part, member);

        bool IsFor(string part, string member) => Story is { } story
            ? Disclosure.Shows(level, story, row.Version, row.Type, part, member)
            : Disclosure.Shows(level, row.Type, part, member);
    }
}
