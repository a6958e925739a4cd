using Ledger.Cli.Tests.Running;
using Ledger.Followers.Storing;
using Npgsql;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Followers(CliLedger shared) : IClassFixture<CliLedger>
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_is_paused_resumed_replayed_and_forgotten()
    {
        await using var database = NpgsqlDataSource.Create(shared.Ledger.ConnectionString);
        await new FollowerStore(database, TimeProvider.System).BeginAsync("wolverine", after: 0, null, Cancel);
        await using (var park = database.CreateCommand("""
            insert into ops.follower_delivery (follower, position, stream_id, since, attempts, due_at, parked, error)
            values ('wolverine', 7, gen_random_uuid(), now(), 10, now(), true, 'The press burns.')
            """))
            await park.ExecuteNonQueryAsync(Cancel);

        Assert.Equal("The follower 'wolverine' is paused.\n",
            (await shared.Program.DoneAsync("follower", "pause", "wolverine")).Output);
        Assert.Contains("paused", (await shared.Program.DoneAsync("status")).Output, StringComparison.Ordinal);
        Assert.Contains("The press burns.",
            (await shared.Program.DoneAsync("follower", "parked", "wolverine")).Output, StringComparison.Ordinal);
        Assert.Equal("Replayed: 1.\n",
            (await shared.Program.DoneAsync("follower", "replay", "wolverine")).Output);
        Assert.Equal("""{"name":"wolverine","done":"resume"}""",
            (await shared.Program.DoneAsync("follower", "resume", "wolverine", "--json")).Output.Trim());
        Assert.Equal("The follower 'wolverine' is removed.\n",
            (await shared.Program.DoneAsync("follower", "remove", "wolverine")).Output);

        var gone = await shared.Program.RunAsync("follower", "replay", "wolverine");
        Assert.Equal(
            (2, "There is no follower 'wolverine'; 'ledger status' lists them.\n"), (gone.ExitCode, gone.Errors));
    }

    [Fact]
    public async Task A_webhook_is_left_to_its_own_verb_which_notes_who_changed_it()
    {
        await shared.Program.RunAsync("webhook", "add", "agency", "https://agency.example/hook");

        var refused = await shared.Program.RunAsync("follower", "remove", "webhook:agency");

        Assert.Equal(
            (2, "The follower 'webhook:agency' is a webhook: see 'ledger webhook'.\n"),
            (refused.ExitCode, refused.Errors));
    }
}
