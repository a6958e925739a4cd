using System.Text.Json;
using Ledger.Cli.Tests.Running;
using Npgsql;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>A log in which a newer program has written: nothing reads past what it does not understand.</summary>
public sealed class EventsOfTomorrow(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task Every_verb_that_meets_one_says_where_it_stands()
    {
        var story = await shared.PublishAsync();
        await using (var database = NpgsqlDataSource.Create(shared.Ledger.ConnectionString))
        await using (var command = database.CreateCommand("""
            insert into events.mt_events
            select (jsonb_populate_record(e, jsonb_build_object(
              'seq_id', e.seq_id + 1, 'id', gen_random_uuid(), 'version', e.version + 1, 'type', 'of_tomorrow'))).*
            from events.mt_events e
            """))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        string[][] verbs = [["headline", story, "--text", "Another"], ["events", "--after", "1"], ["rebuild"]];
        foreach (var verb in verbs)
        {
            var ran = await shared.Program.RunAsync([.. verb, "--json"]);

            var problem = JsonDocument.Parse(ran.Errors).RootElement;
            Assert.Equal((1, ""), (ran.ExitCode, ran.Output));
            Assert.Equal(
                ("/problems/unknown-event", 2),
                (problem.GetProperty("type").GetString(), problem.GetProperty("position").GetInt32()));
            Assert.EndsWith(
                "is of the unknown type 'of_tomorrow'; a newer version of Ledger may know it.",
                problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }
    }
}
