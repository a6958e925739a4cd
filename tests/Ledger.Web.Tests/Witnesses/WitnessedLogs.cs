using System.Net;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Verifying;
using Ledger.Hosting.Witnesses;
using Ledger.Integrity.Notes;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Witnesses;

/// <summary>A log and its witness, two servers with two databases that talk over HTTP.</summary>
public sealed class WitnessedLogs(WitnessServer witness) : IClassFixture<WitnessServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_is_cosigned_served_and_proved_with_the_cosignature()
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using var server = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(server, "First", 3);
        var note = await WitnessedNewsroom.ServedAsync(server, 3);
        Assert.Equal([newsroom.Origin, WitnessServer.Name], note.Signatures.Select(line => line.Name));
        Assert.True(newsroom.Policy.IsValid(note, new Ed25519()));

        // It grows, and the witness is shown that it only grows.
        await WitnessedNewsroom.PublishAsync(server, "Second", 2);
        Assert.True(newsroom.Policy.IsValid(await WitnessedNewsroom.ServedAsync(server, 5), new Ed25519()));
        var monitored = await witness.Desk.FindCosignedAsync(WitnessDesk.HashOf(newsroom.Origin), Token);
        Assert.Equal(5, Checkpoint.Parse(SignedNote.Parse(monitored!).Text).Size);

        using var http = server.Client();
        var proof = TlogProof.Parse(await http.GetStringAsync("/api/v1/proofs/2", Token));
        proof.Check(proof.Extra!.Value.Span, new NoteVerifier(newsroom.Key, new Ed25519()));
        Assert.True(newsroom.Policy.IsValid(proof.Checkpoint, new Ed25519()));

        var status = (await WitnessedNewsroom.StatusAsync(server))!;
        Assert.Equal((5, 0, null), (status.Size, status.Behind, status.Fault));
        var metrics = await http.GetStringAsync("/metrics", Token);
        Assert.Contains("ledger_witnessed_events 5\n", metrics, StringComparison.Ordinal);
        Assert.Contains("ledger_witness_doubts{witness=\"other\"} 0\n", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_says_a_stale_size_is_told_the_right_one_and_proves_from_there()
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using (var server = await newsroom.StartAsync())
        {
            await WitnessedNewsroom.PublishAsync(server, "First", 3);
            await WitnessedNewsroom.ServedAsync(server, 3);
        }

        // It has forgotten what it asked for, as after a move to another database of the same log.
        await ExecuteAsync(newsroom.Database, "delete from ops.witness_state");
        await using var again = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(again, "Second", 2);
        Assert.True(newsroom.Policy.IsValid(await WitnessedNewsroom.ServedAsync(again, 5), new Ed25519()));
        Assert.DoesNotContain(await witness.Desk.ListRefusalsAsync(Token),
            refusal => refusal.Origin == newsroom.Origin);
    }

    [Fact]
    public async Task Without_its_witness_the_last_quorum_is_served_until_the_witness_is_back()
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using var server = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(server, "First", 2);
        await WitnessedNewsroom.ServedAsync(server, 2);

        // The witness goes on answering, and does not witness this log any more: its operator has stopped it.
        await witness.Desk.StopAsync(newsroom.Key, Token);
        await WitnessedNewsroom.PublishAsync(server, "Second", 2);
        var status = await WitnessedNewsroom.UntilAsync(server, WitnessOutcome.Refused, signed: 4);
        Assert.Equal((2, 2, null), (status.Size, status.Behind, status.Fault));
        Assert.Equal("The witness 'other' does not witness this log, or is not at this address: it answers 404.",
            status.Witnesses[0].Reason);
        await WitnessedNewsroom.ServedAsync(server, 2);

        // An event that only the newest has is proved by the log's own signature, as it is.
        using var http = server.Client();
        var proof = TlogProof.Parse(await http.GetStringAsync("/api/v1/proofs/4", Token));
        proof.Check(proof.Extra!.Value.Span, new NoteVerifier(newsroom.Key, new Ed25519()));
        Assert.False(newsroom.Policy.IsValid(proof.Checkpoint, new Ed25519()));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz", Token)).StatusCode);

        await witness.Desk.AddAsync(newsroom.Key, Token);
        Assert.True(newsroom.Policy.IsValid(await WitnessedNewsroom.ServedAsync(server, 4), new Ed25519()));
        Assert.Equal(0, (await WitnessedNewsroom.StatusAsync(server))!.Behind);
    }

    [Fact]
    public async Task A_witness_that_is_not_there_keeps_nobody_waiting()
    {
        // Nobody listens on the port of discard.
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness, new("http://127.0.0.1:9/"));
        await using var server = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(server, "First", 2);
        var status = await WitnessedNewsroom.UntilAsync(server, WitnessOutcome.Away, signed: 2);
        Assert.Equal((0, 2), (status.Size, status.Behind));
        Assert.StartsWith("The witness 'other' cannot be reached: ", status.Witnesses[0].Reason,
            StringComparison.Ordinal);

        // None ever had the quorum, so the newest is what there is.
        Assert.Single((await WitnessedNewsroom.ServedAsync(server, 2)).Signatures);
    }

    [Theory]
    [InlineData("any", 2)]
    [InlineData("all", 0)]
    public async Task A_quorum_is_of_the_same_checkpoint_and_as_large_as_the_policy_says(string least, long size)
    {
        var absent = new Cosigner("absent.example", Ed25519.Key(new byte[32]), TimeProvider.System).Key;
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness, quorum:
            $"witness absent {absent} http://127.0.0.1:9/\ngroup both {least} other absent\nquorum both");
        await using var server = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(server, "First", 2);
        var status = await WitnessedNewsroom.UntilAsync(server, WitnessOutcome.Cosigned, signed: 2);

        Assert.Equal((size, 2 - size), (status.Size, status.Behind));
        Assert.Equal(size == 2, newsroom.Policy.IsValid(
            await WitnessedNewsroom.ServedAsync(server, 2), new Ed25519()));

        // Another node on the same database takes its turn, or leaves it to this one.
        await using var beside = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(beside, "Second", 3);
        status = await WitnessedNewsroom.UntilAsync(server, WitnessOutcome.Cosigned, signed: 5);
        Assert.Equal(size == 2 ? 5 : 0, status.Size);
        Assert.Null(status.Fault);
    }

    [Theory]
    [InlineData("update log.cosignatures set line = overlay(line placing 'AAAA' from length(line) - 8)")]
    [InlineData("update log.cosignatures set vkey = replace(vkey, 'other', 'third')")]
    [InlineData("update log.cosignatures set line = 'nothing'")]
    public async Task A_cosignature_that_was_altered_is_found_by_name(string sql)
    {
        await using var newsroom = await WitnessedNewsroom.CreateAsync(witness);
        await using var server = await newsroom.StartAsync();
        await WitnessedNewsroom.PublishAsync(server, "First", 1);
        await WitnessedNewsroom.ServedAsync(server, 1);
        Assert.Empty(await VerifyAsync(server));
        await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(newsroom.Database, sql));

        await ExecuteAsync(newsroom.Database, $"set session_replication_role = replica; {sql}");
        Assert.Contains(await VerifyAsync(server), found =>
            found.StartsWith("cosignatures cosignature of '", StringComparison.Ordinal)
            && found.Contains(".example/witness' on checkpoint ", StringComparison.Ordinal));
    }

    private static async Task<List<string>> VerifyAsync(WebServer server) =>
        await server.Services.GetRequiredService<Verification>().RunAsync(new(), null, Token)
            .Select(found => $"{found.Check} {found.Where} {found.What}").ToListAsync(Token);

    private static async Task ExecuteAsync(TestDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Token);
    }
}
