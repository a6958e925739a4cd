using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Trees;
using Ledger.Web.Health;
using Ledger.Web.Memory;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Log;

/// <summary>The log for those who do not trust it: checkpoints, tiles and entries (C2SP tlog-tiles).</summary>
internal static class LogEndpoints
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Bytes = "application/octet-stream";
    private const string Entries = "entries/";

    // A checkpoint is replaced when the log grows; of a tile, each width is the same for ever.
    private const string ForSeconds = "public, max-age=2";
    private const string ForEver = "public, max-age=31536000, immutable";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapLog(this IEndpointRouteBuilder app)
    {
        var log = app.MapGroup("/log").AllowAnonymous().WithMetadata(new ReadsNoModel()).ExcludeFromDescription();
        log.MapMethods("/checkpoint", Reading, CheckpointAsync);
        log.MapMethods("/tile/{**path}", Reading, TileAsync);
    }

    private static async Task<IResult> CheckpointAsync(HttpContext context, WitnessedCheckpoints checkpoints)
    {
        if (await checkpoints.FindServedAsync(context.RequestAborted) is not { } last)
            return TypedResults.NotFound();

        context.Response.Headers.CacheControl = ForSeconds;
        return new WholeBytes(Encoding.UTF8.GetBytes(last.Note), Text);
    }

    private static async Task<IResult> TileAsync(HttpContext context, MerkleLog log, string? path)
    {
        path ??= "";
        var isEntries = path.StartsWith(Entries, StringComparison.Ordinal);
        if (TileOf(isEntries ? $"0/{path[Entries.Length..]}" : path) is not { } tile
            || await log.FindLastCheckpointAsync(context.RequestAborted) is not { } last
            || !tile.IsWithin(last.Size))
            return TypedResults.NotFound();

        var content = isEntries
            ? await EntriesAsync(log, tile, context.RequestAborted)
            : HashesOf(await log.ReadAsync(tile, context.RequestAborted));
        var headers = context.Response.Headers;
        headers.CacheControl = ForEver;
        if (isEntries)
        {
            var coding = Codings.Of(context.Request);
            headers.Vary = HeaderNames.AcceptEncoding;
            headers.ContentEncoding = coding.Name();
            content = coding.Pack(content);
        }

        return new WholeBytes(content, Bytes);
    }

    private static TileId? TileOf(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash is 1 or 2
            && int.TryParse(path[..slash], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
            && level < 64 && (slash == 1 || path[0] != '0')
            && TilePath.TryParse(path[(slash + 1)..], out var number, out var width)
            ? new(level, number, width)
            : null;
    }

    private static byte[] HashesOf(TreeHash[] hashes)
    {
        var bytes = new byte[hashes.Length * TreeHash.Length];
        for (var i = 0; i < hashes.Length; i++)
            hashes[i].CopyTo(bytes.AsSpan(i * TreeHash.Length));

        return bytes;
    }

    // Each entry after its length, two bytes, the higher first.
    private static async Task<byte[]> EntriesAsync(MerkleLog log, TileId tile, CancellationToken cancellationToken)
    {
        using var bundle = new MemoryStream();
        var length = new byte[sizeof(ushort)];
        var after = tile.Number * TileId.FullWidth;
        await foreach (var leaf in log.ReadLeavesAsync(after, after + tile.Width, cancellationToken))
        {
            BinaryPrimitives.WriteUInt16BigEndian(length, checked((ushort)leaf.Bytes.Length));
            bundle.Write(length);
            bundle.Write(leaf.Bytes);
        }

        return bundle.ToArray();
    }
}
