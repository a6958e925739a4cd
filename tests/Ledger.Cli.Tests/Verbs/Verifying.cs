using System.Text.Json;
using Ledger.Cli.Tests.Import;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>An auditor finds at the terminal what somebody altered who owns the database.</summary>
public sealed class Verifying : IAsyncLifetime
{
    private readonly CliLedger shared = new();

    public ValueTask InitializeAsync() => shared.InitializeAsync();

    public ValueTask DisposeAsync() => shared.DisposeAsync();

    [Fact]
    public async Task What_is_as_it_was_written_verifies_in_full_and_an_altered_event_is_named()
    {
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("correct", slug, "--class", "factual-error", "--wrong", "90", "--right", "80",
            "--note", "It was 80.");
        Assert.StartsWith("Nothing is other than it was written: walls, events,",
            (await shared.Program.DoneAsync("verify", "--full")).Output, StringComparison.Ordinal);

        await TamperAsync("""
            update events.mt_events set data = jsonb_set(data, '{note}', '"It was 90."') where seq_id = 2
            """);
        var text = await shared.Program.RunAsync("verify");
        var json = await shared.Program.RunAsync("verify", "--json");

        Assert.Equal((1, 1), (text.ExitCode, json.ExitCode));
        Assert.Equal(
            ["event 2 does not give its leaf: its row, its salts or the leaf was altered.", "1 found."], text.Lines);
        var verified = JsonDocument.Parse(json.Output).RootElement;
        Assert.False(verified.GetProperty("isSound").GetBoolean());
        Assert.Equal("event 2", verified.GetProperty("findings")[0].GetProperty("where").GetString());
    }

    [Fact]
    public async Task The_log_of_today_is_held_against_the_checkpoint_that_was_kept_from_another_day()
    {
        var program = shared.Program.With("LEDGER_HOME", shared.Folder.PathOf("home"));
        await shared.PublishAsync();
        var kept = shared.Folder.Write("kept", (await program.DoneAsync("checkpoint")).Output);
        var key = (await program.DoneAsync("key", "list")).Lines[0];
        await shared.PublishAsync();

        await program.DoneAsync("verify", "--against", kept, "--vkey", key);
        await program.DoneAsync("checkpoint");
        await program.DoneAsync("verify", "--against", kept, "--vkey", key);
        Assert.Equal(2, (await program.RunAsync("verify", "--against", shared.Folder.Write("no", "note"))).ExitCode);
        Assert.Equal(2, (await program.RunAsync("verify", "--vkey", "none")).ExitCode);

        await TamperAsync("""
            update events.mt_events set id = gen_random_uuid() where seq_id = 1;
            update log.checkpoints set size = size where false
            """);
        var altered = await program.RunAsync("verify", "--against", kept);
        Assert.Equal(1, altered.ExitCode);
        Assert.StartsWith("event 1 does not give its leaf", altered.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_that_says_something_else_than_the_events_is_named()
    {
        var lines = RevisionFile.Lines(articles: 1, revisions: 150);
        var file = shared.Folder.Write("long.jsonl", string.Join('\n', lines));
        await shared.Program.DoneAsync("import", file);
        var id = (await shared.LastEventAsync()).StreamId;
        await shared.Program.DoneAsync("headline", $"{id}", "--text", "The old wall falls");

        Assert.Equal("", (await shared.Program.DoneAsync("verify")).Errors);
        await TamperAsync("""
            update ops.snapshots
            set state = convert_to(replace(convert_from(state, 'UTF8'), 'It ends so', 'It ends there'), 'UTF8')
            """);

        var ran = await shared.Program.RunAsync("verify");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("the snapshot of story ", ran.Lines[0], StringComparison.Ordinal);
        Assert.EndsWith(" is not what its events give.", ran.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_without_a_ledger_does_not_verify_and_is_left_as_it_was()
    {
        await using var empty = await TestDatabase.CreateAsync();
        var ran = await new LedgerProgram(empty.ConnectionString).RunAsync("verify");

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("events.mt_events is not there.", ran.Output, StringComparison.Ordinal);
        await using var source = NpgsqlDataSource.Create(empty.ConnectionString);
        await using var schemas = source.CreateCommand("select count(*) from pg_namespace where nspname = 'events'");
        Assert.Equal(0L, await schemas.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private async Task TamperAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(shared.Ledger.ConnectionString);
        await using var command = source.CreateCommand($"set session_replication_role = replica; {sql}");
        Assert.Equal(1, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
