using System.Net;
using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;
using Ledger.Integrity.Witnesses;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>A witness as logs meet it over HTTP (C2SP tlog-witness), with a real database behind it.</summary>
public sealed class WitnessProtocol(WitnessServer fixture) : IClassFixture<WitnessServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_log_that_grows_is_cosigned_and_monitors_see_what_it_got()
    {
        var log = await KnownAsync("grows.example/log");
        using var http = fixture.Server.Client();
        var monitored = $"/witness/{Convert.ToHexStringLower(WitnessDesk.HashOf(log.Origin))}/checkpoint";
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(monitored, Token)).StatusCode);

        var old = 0;
        foreach (var size in new[] { 3, 8, 8, 200 })
        {
            var (status, text, _) = await fixture.BringAsync(await log.RequestAsync(old, size));
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
            var line = Assert.IsType<NoteSignature>(NoteSignature.TryParse(text[..^1]));
            Assert.True(new NoteVerifier(fixture.Key, new Ed25519()).IsValid(log.Sign(size).Text, line));
            var now = DateTimeOffset.UtcNow;
            Assert.InRange(Cosignature.TimeOf(line)!.Value, now.AddMinutes(-5), now);

            var note = SignedNote.Parse(await http.GetByteArrayAsync(monitored, Token));
            Assert.Equal(log.Sign(size).With([line]), note, (a, b) => $"{a}" == $"{b}");
            old = size;
        }
    }

    [Fact]
    public async Task Another_size_than_was_cosigned_is_a_conflict_that_names_it()
    {
        var log = await KnownAsync("conflict.example/log");
        Assert.Equal((HttpStatusCode.Conflict, "0\n", "text/x.tlog.size"),
            await fixture.BringAsync(await log.RequestAsync(2, 5)));
        await fixture.BringAsync(await log.RequestAsync(0, 5));
        Assert.Equal((HttpStatusCode.Conflict, "5\n", "text/x.tlog.size"),
            await fixture.BringAsync(await log.RequestAsync(0, 9)));

        // A request that comes late is nothing against the log.
        Assert.Equal((0, 0, 0), await DoubtsAsync(log));
    }

    [Fact]
    public async Task Of_two_requests_at_once_one_wins_and_no_leaf_is_rolled_back()
    {
        var log = await KnownAsync("race.example/log");
        await fixture.BringAsync(await log.RequestAsync(0, 10));
        var requests = await Task.WhenAll(Enumerable.Range(11, 12).Select(size => log.RequestAsync(10, size)));
        var answers = await Task.WhenAll(requests.Select(fixture.BringAsync));

        var won = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        var size = 11 + Array.IndexOf(answers, won);
        Assert.All(answers.Where(answer => answer != won), answer =>
            Assert.Equal((HttpStatusCode.Conflict, $"{size}\n", "text/x.tlog.size"), answer));
        Assert.Equal(size, (await FindAsync(log)).Size);
    }

    [Fact]
    public async Task Two_histories_and_rollbacks_are_refused_and_kept_with_both_notes()
    {
        var log = await KnownAsync("forks.example/log");
        var fork = new ForeignLog(log.Origin, 7) { ForkedAt = 4 };
        await fixture.BringAsync(await log.RequestAsync(0, 10));

        // Of the same size, larger, and smaller; again and again.
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity,
                (await fixture.BringAsync(await fork.RequestAsync(10, 10))).Status);
            Assert.Equal(HttpStatusCode.UnprocessableEntity,
                (await fixture.BringAsync(await fork.RequestAsync(10, 12))).Status);
            Assert.Equal(HttpStatusCode.Conflict, (await fixture.BringAsync(await log.RequestAsync(3, 7))).Status);
        }

        Assert.Equal((1, 1, 1), await DoubtsAsync(log));
        var split = (await fixture.Desk.ListRefusalsAsync(Token))
            .Single(refusal => refusal.Origin == log.Origin && refusal.Kind == WitnessDoubt.Split);
        Assert.Equal($"{fork.Sign(10)}", split.Refused);
        Assert.StartsWith($"{log.Sign(10)}", split.Cosigned, StringComparison.Ordinal);

        // The truth is cosigned as before.
        Assert.Equal(HttpStatusCode.OK, (await fixture.BringAsync(await log.RequestAsync(10, 12))).Status);
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync("delete from log.refusals"));
    }

    [Fact]
    public async Task Who_is_not_known_is_told_so()
    {
        var log = await KnownAsync("known.example/log");
        var request = await log.RequestAsync(0, 3);
        Assert.Equal(HttpStatusCode.NotFound,
            (await fixture.BringAsync(await new ForeignLog("unknown.example/log", 7).RequestAsync(0, 3))).Status);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await fixture.BringAsync(await new ForeignLog(log.Origin, 8).RequestAsync(0, 3))).Status);
        Assert.Equal(HttpStatusCode.Forbidden,
            (await fixture.BringAsync(request with { Note = log.Sign(3) with { Text = log.Sign(4).Text } })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await fixture.BringAsync(request with { Old = 4 })).Status);

        await fixture.Desk.StopAsync(log.Key, Token);
        Assert.Equal(HttpStatusCode.NotFound, (await fixture.BringAsync(request)).Status);
        await fixture.Desk.AddAsync(log.Key, Token);
        Assert.Equal(HttpStatusCode.OK, (await fixture.BringAsync(request)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old x\n\nnote\n")]
    [InlineData("old 0\n\nno note")]
    [InlineData("old 0\n\nnot\na checkpoint\n\n— name AAAAAAAAAA==\n")]
    public async Task What_is_no_request_is_a_bad_one(string body)
    {
        var (status, text, _) = await fixture.BringAsync(Encoding.UTF8.GetBytes(body));
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.StartsWith("This cannot be read.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_bodies_that_are_too_large_are_refused()
    {
        var request = await new ForeignLog("large.example/log", 7).RequestAsync(0, 3);
        Assert.Equal(HttpStatusCode.BadRequest, (await fixture.BringAsync([0xff, 0xfe, 0x0a])).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await fixture.BringAsync(new byte[70_000])).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await fixture.BringAsync(
            request with { Proof = [.. Enumerable.Repeat(MerkleTree.EmptyRoot, 64)] })).Status);
        using var http = fixture.Server.Client();
        Assert.Equal(HttpStatusCode.MethodNotAllowed,
            (await http.GetAsync("/witness/add-checkpoint", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/witness/x/checkpoint", Token)).StatusCode);
    }

    [Fact]
    public async Task Whoever_asks_too_often_has_to_wait_and_a_newsroom_without_a_key_is_no_witness()
    {
        await using var server = await WebServer.StartAsync(new() { Witnesses = new() { RequestsPerMinute = 2 } });
        using var http = server.Client();
        var request = $"{await new ForeignLog("a.example/log", 7).RequestAsync(0, 1)}";
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 5; n++)
        {
            using var answer = await http.PostAsync("/witness/add-checkpoint", new StringContent(request), Token);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    private async Task<ForeignLog> KnownAsync(string origin)
    {
        var log = new ForeignLog(origin, 7);
        await fixture.Desk.AddAsync(log.Key, Token);
        return log;
    }

    private async Task<WitnessedLog> FindAsync(ForeignLog log) =>
        (await fixture.Desk.ListAsync(Token)).Single(witnessed => witnessed.Origin == log.Origin);

    private async Task<(long Splits, long Rollbacks, long Unproven)> DoubtsAsync(ForeignLog log) =>
        await FindAsync(log) is var found ? (found.Splits, found.Rollbacks, found.Unproven) : default;

    private async Task ExecuteAsync(string sql)
    {
        await using var command = fixture.Server.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
