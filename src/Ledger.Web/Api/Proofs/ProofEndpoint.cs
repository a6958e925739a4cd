using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Formats.Mementos;
using Ledger.Integrity.Trees;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Stories;
using Ledger.Web.Health;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Api.Proofs;

/// <summary>That an event is in the log, for programs.</summary>
/// <param name="Index">The place of its leaf in the tree, from 0: the position less one.</param>
/// <param name="Size">How many leaves the tree of the checkpoint has.</param>
/// <param name="Leaf">The leaf; what is hashed is its canonical JSON (RFC 8785).</param>
/// <param name="LeafHash">In lower-case hexadecimal.</param>
/// <param name="Hashes">From the leaf's sibling up to the root's child, in base64.</param>
/// <param name="Checkpoint">The signed checkpoint, as text.</param>
/// <param name="Salts">The salts of the leaf's commitments in its order, in base64, for those who may read the log.
/// </param>
public sealed record ProofBody(
    Guid Event, long Position, long Index, long Size, JsonElement Leaf, string LeafHash, IReadOnlyList<string> Hashes,
    string Checkpoint, string? Salts);

internal static class ProofEndpoint
{
    /// <summary>What links a thing to the proof that it is in the log.</summary>
    public const string Relation = "https://c2sp.org/tlog-proof";

    private const string Text = "text/plain";

    public static void MapProofs(this IEndpointRouteBuilder reads) =>
        reads.MapGet("/proofs/{event}", GetAsync)
            .WithMetadata(new ReadsNoModel())
            .Produces<string>(contentType: Text)
            .Produces<ProofBody>()
            .Describes("getProof",
                "The proof that an event, by its id or its position, is in the log (C2SP tlog-proof), with its leaf as "
                + "extra data; as JSON to those who accept application/json.");

    /// <summary>The address of the proof of the event at a position.</summary>
    public static string LinkTo(SiteAddress site, long position) => WebLink.Write(
        site.Of(string.Create(CultureInfo.InvariantCulture, $"{ApiEndpoints.Root}/proofs/{position}")), Relation);

    private static async Task<IResult> GetAsync(
        HttpContext context, MerkleLog log, EventFinder finder, CheckpointPublisher publisher,
        WitnessedCheckpoints checkpoints, string @event)
    {
        var position = await FindAsync(context, finder, @event)
            ?? throw new ProblemException(ProblemTypes.EventNotFound, "The log has no event of this id or position.");
        var newest = await SignedAsync(context, log, publisher, position);
        var checkpoint = await checkpoints.ChooseAsync(newest, position, context.RequestAborted);
        var leaf = await log.ReadLeavesAsync(position - 1, position, context.RequestAborted)
            .FirstAsync(context.RequestAborted);
        var proof = await log.ProveAsync(position, checkpoint, context.RequestAborted);
        context.Response.Headers.Vary = HeaderNames.Accept;
        if (!WantsJson(context.Request))
        {
            context.Response.Headers.ContentDisposition = $"inline; filename=\"{leaf.EventId}.tlog-proof\"";
            return TypedResults.Text(proof.ToString(), Text, Encoding.UTF8);
        }

        return TypedResults.Ok(new ProofBody(
            leaf.EventId, position, proof.Index, checkpoint.Size, JsonSerializer.Deserialize<JsonElement>(leaf.Bytes),
            MerkleTree.HashLeaf(leaf.Bytes).ToString(), [.. proof.Hashes.Select(hash => hash.ToBase64())],
            checkpoint.Note, context.MaySeeNames() ? Convert.ToBase64String(leaf.Salts) : null));
    }

    private static async Task<long?> FindAsync(HttpContext context, EventFinder finder, string text)
    {
        if (Guid.TryParseExact(text, "D", out var id))
            return await finder.FindAsync(id, everywhere: context.MaySeeNames(), context.RequestAborted);

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var position) && position > 0
            ? position
            : null;
    }

    // A proof that is asked for at once need not wait for the next checkpoint: it is signed now.
    private static async Task<StoredCheckpoint> SignedAsync(
        HttpContext context, MerkleLog log, CheckpointPublisher publisher, long position)
    {
        var last = await log.FindLastCheckpointAsync(context.RequestAborted);
        if (last?.Size >= position)
            return last;

        if (position > await log.CountLeavesAsync(context.RequestAborted))
            throw new ProblemException(ProblemTypes.EventNotFound, "The log has no event of this id or position.");

        try
        {
            return await publisher.PublishAsync(context.RequestAborted);
        }
        catch (Exception e) when (e is LogKeysException or LogIntegrityException)
        {
            context.Response.Headers.RetryAfter = "2";
            throw new ProblemException(ProblemTypes.NotSigned, ProblemTypes.NotSigned.Meaning);
        }
    }

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted.Any(type => type.MediaType == "application/json")
        && !accepted.Any(type => type.MediaType == Text);
}
