using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Web.Tests.Memento;

namespace Ledger.Web.Tests.Log;

/// <summary>That an event is in the log, and what a story said, from one request on.</summary>
public sealed class Proving(SignedServer fixture) : IClassFixture<SignedServer>
{
    private const string Relation = "https://c2sp.org/tlog-proof";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_past_version_leads_to_a_proof_that_holds()
    {
        using var http = fixture.Server.Client();
        using var page = await http.GetAsync("/stories/wall/revisions/7", Token);
        Assert.Equal(Digest(await page.Content.ReadAsByteArrayAsync(Token)), DigestOf(page));
        var link = MementoClient.LinksOf(page).Single(link => link.Rels.Contains(Relation));

        var text = await http.GetStringAsync(new Uri(link.Address).PathAndQuery, Token);
        var (leaf, index, checkpoint) = Check(text);
        Assert.Equal("7", page.Headers.GetValues("Ledger-Position").Single());
        Assert.Equal(6, index);
        Assert.Equal(SignedServer.Origin, checkpoint.Origin);
        Assert.Equal(7, leaf.GetProperty("position").GetInt32());
        Assert.Equal("article_revised", leaf.GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_digest_is_that_of_the_page_as_it_is_sent()
    {
        using var http = fixture.Server.Client();
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var page = await http.GetAsync("/stories/wall/revisions/8", Token);
            var sent = await page.Content.ReadAsByteArrayAsync(Token);

            Assert.Equal(["gzip"], page.Content.Headers.ContentEncoding);
            Assert.Equal(Digest(sent), DigestOf(page));
            await using var unpacked = new GZipStream(new MemoryStream(sent), CompressionMode.Decompress);
            using var reader = new StreamReader(unpacked);
            Assert.Contains("Text 8.", await reader.ReadToEndAsync(Token), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_is_signed_in_gets_it_too_and_so_do_programs()
    {
        using var editor = await fixture.Server.ClientAsync(Role.Editor);
        foreach (var path in new[] { "/stories/wall/revisions/9", "/api/v1/stories/wall/revisions/9" })
        {
            using var answer = await editor.GetAsync(path, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Digest(await answer.Content.ReadAsByteArrayAsync(Token)), DigestOf(answer));
            Assert.Contains(MementoClient.LinksOf(answer), link => link.Rels.Contains(Relation));
        }
    }

    [Fact]
    public async Task An_event_is_proved_by_its_id_as_by_its_position()
    {
        using var http = fixture.Server.Client();
        var byPosition = Check(await http.GetStringAsync("/api/v1/proofs/12", Token));
        var id = byPosition.Leaf.GetProperty("id").GetString();
        using var answer = await http.GetAsync($"/api/v1/proofs/{id}", Token);

        Assert.Equal("text/plain; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal($"{id}.tlog-proof", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(11, Check(await answer.Content.ReadAsStringAsync(Token)).Index);
    }

    [Fact]
    public async Task Programs_get_it_as_JSON_and_auditors_the_salts_too()
    {
        using var http = fixture.Server.Client();
        using var auditor = await fixture.Server.ClientAsync(Role.Auditor);
        var open = await JsonAsync(http);
        var whole = await JsonAsync(auditor);

        Assert.False(open.TryGetProperty("salts", out var none) && none.ValueKind == JsonValueKind.String);
        var salts = Convert.FromBase64String(whole.GetProperty("salts").GetString()!);
        var leaf = whole.GetProperty("leaf");
        var commitments = new[] { "context", "data", "headers" }
            .SelectMany(part => leaf.GetProperty(part).EnumerateObject()).ToList();
        Assert.Equal(16 * commitments.Count, salts.Length);

        // The actor stands first in the leaf, and is what an auditor can show that it is.
        byte[] actor = [.. salts.AsSpan(0, 16), .. Encoding.UTF8.GetBytes("\"user:ines\"")];
        Assert.Equal("actor", commitments[0].Name);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(actor)), commitments[0].Value.GetString());
    }

    [Theory]
    [InlineData("999999")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("wall")]
    [InlineData("01a206c4-04f9-7b17-8979-245c573f0cc1")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    public async Task What_is_no_event_has_no_proof(string id)
    {
        using var http = fixture.Server.Client();
        using var answer = await http.GetAsync($"/api/v1/proofs/{id}", Token);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("event-not-found", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> JsonAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/proofs/5");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var answer = await http.SendAsync(request, Token);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Token));
    }

    // Read and recomputed here, with nothing of the program.
    private static (JsonElement Leaf, int Index, TlogClient.Signed Checkpoint) Check(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = text[..end].Split('\n');
        Assert.Equal("c2sp.org/tlog-proof@v1", lines[0]);
        var leaf = Convert.FromBase64String(lines[1]["extra ".Length..]);
        var index = int.Parse(lines[2]["index ".Length..], System.Globalization.CultureInfo.InvariantCulture);
        var checkpoint = TlogClient.Parse(text[(end + 2)..]);
        var proof = new Queue<byte[]>(lines[3..].Select(Convert.FromBase64String));
        Assert.Equal(
            checkpoint.Root, TlogClient.Climb(TlogClient.HashLeaf(leaf), index, checkpoint.Size, proof));
        Assert.Empty(proof);
        return (JsonSerializer.Deserialize<JsonElement>(leaf), index, checkpoint);
    }

    private static string DigestOf(HttpResponseMessage answer) => answer.Headers.GetValues("Repr-Digest").Single();

    private static string Digest(byte[] content) => $"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:";
}
