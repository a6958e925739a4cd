using System.Net;
using System.Text;
using System.Text.Json;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Signing;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Log;

/// <summary>The log as a stranger sees it who trusts nothing but the key.</summary>
public sealed class TheTree(SignedServer fixture) : IClassFixture<SignedServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stranger_makes_the_signed_root_of_the_tiles_alone()
    {
        using var http = fixture.Server.Client();
        var client = new TlogClient(http);
        await UntilSignedAsync();

        var checkpoint = await client.CheckpointAsync();
        Assert.Equal(SignedServer.Origin, checkpoint.Origin);
        Assert.Equal(checkpoint.Root, await client.RootAsync(checkpoint.Size));

        var entries = await client.EntriesAsync(checkpoint.Size);
        Assert.Equal(checkpoint.Root, TlogClient.Root([.. entries.Select(TlogClient.HashLeaf)]));
        for (var n = 0; n < entries.Count; n++)
        {
            using var entry = JsonDocument.Parse(entries[n]);
            Assert.Equal(n + 1, entry.RootElement.GetProperty("position").GetInt32());

            // Whoever acted and whatever was said stands there as a commitment, and in no other way.
            string[] parts = ["context", "data", "headers"];
            Assert.All(parts.SelectMany(part => entry.RootElement.GetProperty(part).EnumerateObject()),
                member => Assert.Matches("^[0-9a-f]{64}$", member.Value.GetString()));
        }
    }

    [Fact]
    public async Task The_checkpoint_is_signed_by_the_key_of_the_folder()
    {
        await UntilSignedAsync();
        using var http = fixture.Server.Client();
        var checkpoint = await new TlogClient(http).CheckpointAsync();
        var settings = fixture.Server.Services.GetRequiredService<SigningSettings>();
        var key = Assert.Single(LogKeys.Read(settings.KeyFolder!, mayCreate: false));

        var line = Assert.Single(checkpoint.Signatures);
        var bytes = Convert.FromBase64String(line.Split(' ')[2]);
        Assert.StartsWith($"— {SignedServer.Origin} ", line, StringComparison.Ordinal);
        Assert.True(new Ed25519().Verify(
            key.PublicKey.Span, Encoding.UTF8.GetBytes(checkpoint.Text), bytes.AsSpan(4)));
    }

    [Theory]
    [InlineData("/log/tile/0/001.p/255")]
    [InlineData("/log/tile/0/001")]
    [InlineData("/log/tile/0/002.p/1")]
    [InlineData("/log/tile/1/000.p/2")]
    [InlineData("/log/tile/2/000.p/1")]
    [InlineData("/log/tile/entries/001.p/200")]
    [InlineData("/log/tile/entries/001")]
    [InlineData("/log/tile/0/0")]
    [InlineData("/log/tile/00/000")]
    [InlineData("/log/tile/64/000")]
    [InlineData("/log/tile/-1/000")]
    [InlineData("/log/tile/0/x000/000")]
    [InlineData("/log/tile/0/000.p/256")]
    [InlineData("/log/tile/0")]
    [InlineData("/log/tile/")]
    [InlineData("/log/tile/entries")]
    [InlineData("/log/tile/names/000")]
    public async Task What_is_not_in_the_checkpoint_is_not_there(string path)
    {
        using var http = fixture.Server.Client();
        using var answer = await http.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Every_partial_tile_within_the_checkpoint_is_there()
    {
        await UntilSignedAsync();
        using var http = fixture.Server.Client();
        foreach (var path in new[] { "0/000.p/1", "0/000.p/255", "0/000", "0/001.p/7", "entries/001.p/7", "1/000.p/1" })
        {
            using var answer = await http.GetAsync($"/log/tile/{path}", Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task An_entry_bundle_is_packed_for_those_who_unpack_it()
    {
        await UntilSignedAsync();
        using var http = fixture.Server.Client();
        var plain = await http.GetByteArrayAsync("/log/tile/entries/000", Token);
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var packed = await http.GetAsync("/log/tile/entries/000", Token);

        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        await using var unpacked = new System.IO.Compression.GZipStream(
            await packed.Content.ReadAsStreamAsync(Token), System.IO.Compression.CompressionMode.Decompress);
        using var content = new MemoryStream();
        await unpacked.CopyToAsync(content, Token);
        Assert.Equal(plain, content.ToArray());
    }

    private async Task UntilSignedAsync()
    {
        var log = fixture.Server.Services.GetRequiredService<MerkleLog>();
        await Eventually.IsTrueAsync(async () =>
            (await log.FindLastCheckpointAsync(Token))?.Size >= SignedServer.Revisions);
    }
}
