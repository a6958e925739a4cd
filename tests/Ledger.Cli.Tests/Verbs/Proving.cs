using System.Text.Json;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Proving : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private TestLedger ledger = null!;
    private LedgerProgram program = null!;

    private string Home => folder.PathOf("home");

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.CreateAsync();
        program = new LedgerProgram(ledger.ConnectionString).With("LEDGER_HOME", Home);
        await program.DoneAsync("publish", folder.Write("story.json", Sample.Story));
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_proof_is_checked_with_the_key_alone()
    {
        var id = JsonDocument.Parse((await program.DoneAsync("events")).Lines[0]).RootElement.GetProperty("id");
        var proof = (await program.DoneAsync("prove", $"{id}")).Output;
        var key = (await program.DoneAsync("key", "list")).Lines[0];
        Assert.Equal(proof, (await program.DoneAsync("prove", "1")).Output);

        // Somebody else, who has no database.
        var auditor = new LedgerProgram("Host=nowhere.invalid");
        var file = folder.Write("x.tlog-proof", proof);
        var held = await auditor.DoneAsync("prove", "--check", file, "--vkey", key);
        Assert.Equal($"{id}", JsonDocument.Parse(held.Lines[0]).RootElement.GetProperty("id").GetString());

        var altered = folder.Write("y.tlog-proof", proof.Replace("index 0", "index 1", StringComparison.Ordinal));
        var failed = await auditor.RunAsync("prove", "--check", altered, "--vkey", key);
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("is not at the index 1", failed.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await auditor.RunAsync(
            "prove", "--check", folder.Write("z", "no proof"), "--vkey", key)).ExitCode);
        Assert.Equal(2, (await auditor.RunAsync("prove", "--check", file)).ExitCode);
        Assert.Equal(2, (await auditor.RunAsync("prove", "--check", file, "--vkey", "none")).ExitCode);
        Assert.Equal(2, (await auditor.RunAsync("prove")).ExitCode);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("01a206c4-04f9-7b17-8979-245c573f0cc1")]
    [InlineData("harbour")]
    public async Task What_is_no_event_has_no_proof(string id)
    {
        var ran = await program.RunAsync("prove", id);
        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
    }

    [Fact]
    public async Task Status_tells_what_was_signed_and_when_the_log_is_not_as_it_was()
    {
        Assert.Contains("No checkpoint is signed yet.", (await program.DoneAsync("status")).Output,
            StringComparison.Ordinal);
        var root = (await program.DoneAsync("checkpoint")).Lines[2];
        var status = JsonDocument.Parse((await program.DoneAsync("status", "--json")).Output).RootElement;
        Assert.Equal(root, status.GetProperty("checkpoint").GetProperty("root").GetString());
        Assert.Equal(1, status.GetProperty("checkpoint").GetProperty("size").GetInt64());

        await using var database = Npgsql.NpgsqlDataSource.Create(ledger.ConnectionString);
        await using var tamper = database.CreateCommand(
            "set session_replication_role = replica; update log.leaves set hash = sha256('x')");
        await tamper.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var ran = await program.RunAsync("status");
        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("NOT AS SIGNED: The tree over the first 1 events has the root", ran.Output,
            StringComparison.Ordinal);
        Assert.Equal(1, (await program.RunAsync("checkpoint")).ExitCode);
    }

    [Fact]
    public async Task A_key_that_is_added_signs_beside_the_first()
    {
        var before = await program.DoneAsync("checkpoint");
        var added = (await program.DoneAsync("key", "new", "second")).Lines[0];

        Assert.Equal(added, (await program.DoneAsync("key", "list")).Lines[1]);
        var after = await program.DoneAsync("checkpoint");
        Assert.Equal(before.Lines, after.Lines.Take(4));
        Assert.Equal(5, after.Lines.Count);
        Assert.Equal(2, (await program.RunAsync("key", "new", "second")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("key", "new", "../second")).ExitCode);
    }

    [Fact]
    public async Task Whoever_has_no_key_uses_what_was_signed()
    {
        var other = new LedgerProgram(ledger.ConnectionString).With("LEDGER_HOME", folder.PathOf("other"));
        var signed = (await program.DoneAsync("checkpoint")).Output;
        var ran = await other.RunAsync("checkpoint");

        Assert.Equal((0, signed), (ran.ExitCode, ran.Output));
        Assert.Contains("The key of this log is not here", ran.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.PathOf("other")));
    }

    [Fact]
    public async Task A_key_that_others_may_read_and_another_origin_are_refused()
    {
        await program.DoneAsync("checkpoint");
        var origin = await program.With("LEDGER_LOG_ORIGIN", "other.example/log").RunAsync("checkpoint");
        Assert.Equal(3, origin.ExitCode);
        Assert.Contains("for all its life; LEDGER_LOG_ORIGIN says 'other.example/log'.", origin.Errors,
            StringComparison.Ordinal);
        program.With("LEDGER_LOG_ORIGIN", "");

        var key = Path.Combine(Home, "keys", "log.pem");
        if (OperatingSystem.IsWindows())
            return;

        File.SetUnixFileMode(key, File.GetUnixFileMode(key) | UnixFileMode.GroupRead);
        foreach (var verb in new[] { "checkpoint", "serve" })
        {
            var ran = await program.RunAsync(verb);
            Assert.Equal((3, $"The key file {key} may be read by others than its owner; make it private with: "
                + $"chmod 600 {key}\n"), (ran.ExitCode, ran.Errors));
        }
    }
}
