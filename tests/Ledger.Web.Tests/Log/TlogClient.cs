using System.Globalization;
using System.Net;
using System.Security.Cryptography;

namespace Ledger.Web.Tests.Log;

/// <summary>
/// A small client of tlog-tiles, which knows nothing of this site but what it serves, and hashes for itself.
/// </summary>
internal sealed class TlogClient(HttpClient client)
{
    public sealed record Signed(string Origin, int Size, byte[] Root, string Text, string[] Signatures);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async Task<Signed> CheckpointAsync()
    {
        using var answer = await client.GetAsync("/log/checkpoint", Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.MaxAge <= TimeSpan.FromSeconds(5));
        return Parse(await answer.Content.ReadAsStringAsync(Token));
    }

    public static Signed Parse(string note)
    {
        var parts = note.Split("\n\n");
        Assert.Equal(2, parts.Length);
        var lines = parts[0].Split('\n');
        Assert.Equal(3, lines.Length);
        return new(
            lines[0], int.Parse(lines[1], CultureInfo.InvariantCulture), Convert.FromBase64String(lines[2]),
            parts[0] + "\n", parts[1].TrimEnd('\n').Split('\n'));
    }

    /// <summary>The root that the tiles make, and nothing but the tiles: every level from the one below.</summary>
    public async Task<byte[]> RootAsync(int size)
    {
        var leaves = await LevelAsync(0, size);
        var below = leaves;
        for (var level = 1; below.Count >= 256; level++)
        {
            var hashes = await LevelAsync(level, size >> (8 * level));
            Assert.Equal(below.Count / 256, hashes.Count);
            for (var n = 0; n < hashes.Count; n++)
                Assert.Equal(Root([.. below.Skip(n * 256).Take(256)]), hashes[n]);

            below = hashes;
        }

        return Root([.. leaves]);
    }

    /// <summary>All entries, in order.</summary>
    public async Task<List<byte[]>> EntriesAsync(int size)
    {
        var entries = new List<byte[]>();
        for (var first = 0; first < size; first += 256)
        {
            var width = Math.Min(256, size - first);
            var bundle = await GetAsync($"/log/tile/entries/{Path(first / 256, width)}");
            var count = 0;
            for (var at = 0; at < bundle.Length; count++)
            {
                var length = bundle[at] << 8 | bundle[at + 1];
                entries.Add(bundle[(at + 2)..(at + 2 + length)]);
                at += 2 + length;
            }

            Assert.Equal(width, count);
        }

        return entries;
    }

    public static byte[] HashLeaf(byte[] leaf) => SHA256.HashData([0, .. leaf]);

    /// <summary>RFC 6962, section 2.1, word for word.</summary>
    public static byte[] Root(byte[][] hashes)
    {
        if (hashes.Length == 1)
            return hashes[0];

        var k = 1;
        while (k * 2 < hashes.Length)
            k *= 2;

        return SHA256.HashData([1, .. Root(hashes[..k]), .. Root(hashes[k..])]);
    }

    /// <summary>The root that an inclusion proof leads to, by recursion over the shape of the tree.</summary>
    public static byte[] Climb(byte[] leaf, int index, int size, Queue<byte[]> proof)
    {
        if (size == 1)
            return leaf;

        var k = 1;
        while (k * 2 < size)
            k *= 2;

        if (index < k)
        {
            var left = Climb(leaf, index, k, proof);
            return SHA256.HashData([1, .. left, .. proof.Dequeue()]);
        }

        var right = Climb(leaf, index - k, size - k, proof);
        return SHA256.HashData([1, .. proof.Dequeue(), .. right]);
    }

    private async Task<List<byte[]>> LevelAsync(int level, int count)
    {
        var hashes = new List<byte[]>();
        for (var first = 0; first < count; first += 256)
        {
            var width = Math.Min(256, count - first);
            var tile = await GetAsync($"/log/tile/{level}/{Path(first / 256, width)}");
            Assert.Equal(width * 32, tile.Length);
            hashes.AddRange(tile.Chunk(32));
        }

        return hashes;
    }

    private async Task<byte[]> GetAsync(string path)
    {
        using var answer = await client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.ToString());
        Assert.True(answer.Headers.CacheControl!.MaxAge >= TimeSpan.FromDays(30));
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    // The tests have less than a thousand tiles.
    private static string Path(int number, int width) =>
        number.ToString("000", CultureInfo.InvariantCulture) + (width == 256 ? "" : $".p/{width}");
}
