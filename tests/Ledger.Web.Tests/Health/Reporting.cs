using System.Net;
using Ledger.Web.Tests.Api;
using Npgsql;

namespace Ledger.Web.Tests.Health;

public sealed class Reporting(WebServer server) : ApiTest(server)
{
    [Fact]
    public async Task A_node_that_works_is_alive_and_ready()
    {
        await PublishAsync();
        using var reader = Server.Client();

        Assert.Equal("ok\n", await reader.GetStringAsync("/healthz", Cancel));
        Assert.Equal("ready\n", await reader.GetStringAsync("/readyz", Cancel));
    }

    [Fact]
    public async Task Metrics_say_how_far_the_log_and_each_read_model_have_come()
    {
        var story = await PublishAsync();
        await GetAsync("/api/v1/stories");
        using var reader = Server.Client();

        var lines = (await reader.GetStringAsync("/metrics", Cancel)).Split('\n');

        Assert.Contains(lines, line => line.StartsWith("ledger_log_position ", StringComparison.Ordinal)
            && Value(line) >= story.Position);
        foreach (var model in Projections.Running.Rebuild.Names)
        {
            Assert.Contains($"ledger_read_model_stopped{{model=\"{model}\"}} 0", lines);
            Assert.Contains(lines, line => line.StartsWith(
                $"ledger_read_model_position{{model=\"{model}\"}} ", StringComparison.Ordinal)
                && Value(line) >= story.Position);
        }
    }

    [Fact]
    public async Task A_read_model_that_has_stopped_makes_the_node_unready_and_readers_are_told()
    {
        await using var own = await WebServer.StartAsync(new() { FreshnessWait = TimeSpan.FromMilliseconds(200) });
        using var editor = await own.ClientAsync(Application.People.Role.Editor);
        using (var published = await editor.PostAsync("/api/v1/stories", Json(NewStory()), Cancel))
            await ChangeOfAsync(published, HttpStatusCode.Created);

        await RunAsync(own.ConnectionString, """
            INSERT INTO events.mt_events
            SELECT (e2).* FROM (SELECT jsonb_populate_record(e, jsonb_build_object(
                'seq_id', e.seq_id + 1, 'id', gen_random_uuid(), 'version', e.version + 1, 'type', 'of_tomorrow')) AS e2
              FROM events.mt_events e) AS copy
            """);
        using var reader = own.Client();
        using var stale = await reader.GetAsync("/api/v1/stories", Cancel);
        using var ready = await reader.GetAsync("/readyz", Cancel);

        Assert.Equal("stale", Assert.Single(stale.Headers.GetValues("Ledger-Freshness")));
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Matches("^The read model '[a-z]+' has stopped at position 2\\.\n$",
            await ready.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_read_model_that_cannot_get_past_one_event_is_named_and_the_others_go_on()
    {
        await using var own = await WebServer.StartAsync(new() { FreshnessWait = TimeSpan.FromMilliseconds(200) });
        using var editor = await own.ClientAsync(Application.People.Role.Editor);
        using (var published = await editor.PostAsync("/api/v1/stories", Json(NewStory()), Cancel))
            await ChangeOfAsync(published, HttpStatusCode.Created);

        // A writer who goes past all rules gives another story the same address.
        await RunAsync(own.ConnectionString, """
            insert into events.mt_streams (id, type, version, "timestamp", created, tenant_id, is_archived)
            select '0197a1b2-0000-7000-8000-00000000000f', type, version, "timestamp", created, tenant_id, is_archived
            from events.mt_streams;
            insert into events.mt_events
            select (copy).* from (select jsonb_populate_record(e, jsonb_build_object(
                'seq_id', e.seq_id + 1, 'id', gen_random_uuid(),
                'stream_id', '0197a1b2-0000-7000-8000-00000000000f')) as copy
              from events.mt_events e) as other
            """);
        using var reader = own.Client();
        using var stories = await reader.GetAsync("/api/v1/stories", Cancel);
        using var ready = await reader.GetAsync("/readyz", Cancel);

        Assert.Equal("The read model 'slug' has stopped at position 2.\n",
            await ready.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("0197a1b2-0000-7000-8000-00000000000f",
            await stories.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static async Task RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static long Value(string line) =>
        long.Parse(line.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
}
