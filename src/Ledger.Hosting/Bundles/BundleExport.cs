using System.Text.Json;
using Ledger.Application;
using Ledger.Application.Auditing;
using Ledger.Application.Stories;
using Ledger.Domain.Policies;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Bundles;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.Hosting.Bundles;

/// <summary>What a bundle is to hold.</summary>
/// <param name="Story">The story; null for the whole log.</param>
/// <param name="Checkpoint">
/// The newest. Everything is proved against it or, if the story ends before, against the one that witnesses have
/// cosigned; later events are not in the bundle.
/// </param>
public sealed record BundleRequest(DisclosureLevel Level, Guid? Story, StoredCheckpoint Checkpoint);

/// <summary>Writes audit bundles, with memory for one story at a time.</summary>
/// <param name="otherwise">The house policy that holds until one is adopted.</param>
public sealed class BundleExport(
    MerkleLog log, LogSigning signing, WitnessedCheckpoints checkpoints, Cosignatures cosignatures,
    StoryRepository stories, EventCatalogue catalogue, HousePolicy otherwise)
{
    /// <summary>Writes a bundle: JSON Lines, as <c>ops/bundle-format.md</c> describes them.</summary>
    /// <exception cref="LogIntegrityException">
    /// An event is not what its leaf commits to, or is missing; what was written by then has no last line.
    /// </exception>
    public async Task WriteAsync(
        BundleRequest request, Func<ReadOnlyMemory<byte>, CancellationToken, Task> write,
        CancellationToken cancellationToken)
    {
        var last = request.Story is { } story
            ? (await stories.LoadAsync(story, cancellationToken)).Position
            : request.Checkpoint.Size;
        var checkpoint = await checkpoints.ChooseAsync(request.Checkpoint, last, cancellationToken);
        request = request with { Checkpoint = checkpoint };
        var origin = Checkpoint.Parse(SignedNote.Parse(checkpoint.Note).Text).Origin;
        using var lines = new BundleLines(write);
        await lines.WriteAsync(new BundleHeader(
            request.Level.ToString().ToLowerInvariant(), request.Story?.ToString(), origin,
            [.. KeysOf(origin), .. await KeysOfWitnessesAsync(checkpoint, cancellationToken)], checkpoint.Note).Write,
            cancellationToken);

        var policy = new PolicyInForce();
        await WriteStreamsAsync(request, policy, lines, cancellationToken);
        await lines.WriteAsync(
            policy.ToBytes(JsonSerializer.SerializeToElement(otherwise, LedgerEvents.Json)), cancellationToken);
        await lines.WriteAsync(BundleReading.EndLine(lines.Count), cancellationToken);
        await lines.FlushAsync(cancellationToken);
    }

    private async Task WriteStreamsAsync(
        BundleRequest request, PolicyInForce policy, BundleLines lines, CancellationToken cancellationToken)
    {
        var (tree, stream) = (new TiledTree(new RememberedTiles(log), request.Checkpoint.Size), default(BundleStream));
        await foreach (var row in RowsOf(request, cancellationToken))
        {
            if (stream?.Id != row.StreamId)
                stream = new(row.StreamId, await FindWithheldAsync(request, row, cancellationToken),
                    new(catalogue, request.Story is not null));

            var proof = request.Story is null
                ? null
                : await tree.ProveInclusionAsync(row.Position - 1, cancellationToken);
            var e = BundleEvent.Parse(
                await lines.WriteAsync(json => stream.Write(json, row, request.Level, proof), cancellationToken),
                hasProof: proof is not null);
            policy.Consider(e);
            foreach (var follower in stream.Replay.Follow(e))
                await lines.WriteAsync(follower.ToBytes(), cancellationToken);
        }
    }

    private IAsyncEnumerable<LeafRow> RowsOf(BundleRequest request, CancellationToken cancellationToken)
    {
        var size = request.Checkpoint.Size;
        return request.Story is { } story
            ? log.ReadStreamLeavesAsync(story, size, cancellationToken)
                .Concat(log.ReadStreamLeavesAsync(PolicyState.StreamId, size, cancellationToken))
            : log.ReadAllStreamLeavesAsync(size, cancellationToken);
    }

    // Whether readers may see a story's words is decided by what it is now, not by what it was when it was signed.
    private async Task<LoadedStory?> FindWithheldAsync(
        BundleRequest request, LeafRow first, CancellationToken cancellationToken) =>
        request.Level == DisclosureLevel.Public && first.Type == "story_published"
            ? await stories.LoadAsync(first.StreamId, cancellationToken)
            : null;

    private async Task<IEnumerable<VerifierKey>> KeysOfWitnessesAsync(
        StoredCheckpoint checkpoint, CancellationToken cancellationToken) =>
        (await cosignatures.ReadAsync(checkpoint.Number, cancellationToken))
            .Select(cosignature => cosignature.FindKey()).OfType<VerifierKey>();

    private IReadOnlyList<VerifierKey> KeysOf(string origin)
    {
        try
        {
            return [.. (signing.Keys?.Open(origin, isNew: false) ?? []).Select(key => key.Verifier.Key)];
        }
        catch (LogKeysException)
        {
            // Whoever exports need not be able to read the private keys.
            return [];
        }
    }
}
