using System.Net;
using Ledger.Testing;
using Ledger.Web.Tests.Api;
using Ledger.Web.Tests.Pages;
using Npgsql;

namespace Ledger.Web.Tests.Health;

/// <summary>A database that is there but cannot do what it is asked.</summary>
public sealed class DatabaseTrouble(WebServer server) : ApiTest(server)
{
    [Theory]
    [InlineData("53100", "The disk of the database is full; nothing was written.")]
    [InlineData("25006", "The database takes no writes at the moment: it is a standby, or set to be read only.")]
    [InlineData("53300", "The database has no connection left.")]
    [InlineData("57P03", "Try again after the seconds that Retry-After names; a write may or may not have happened.")]
    public async Task What_a_write_fails_of_is_said_and_passes_without_a_restart(string state, string sentence)
    {
        await ExecuteAsync($"""
            create function public.fail() returns trigger language plpgsql as
              $$ begin raise exception using errcode = '{state}'; end $$;
            create trigger fail before insert on events.mt_events execute function public.fail();
            """);
        try
        {
            var problem = await RefusedAsync(
                503, "unavailable", () => Editor.PostAsync("/api/v1/stories", Json(NewStory()), Cancel));
            Assert.Equal(sentence, Text(problem, "detail"));
        }
        finally
        {
            await ExecuteAsync("drop trigger fail on events.mt_events; drop function public.fail()");
        }

        Assert.True((await PublishAsync()).Changed);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_given_up_with_a_clear_word()
    {
        await PublishAsync();
        var hurried = new NpgsqlConnectionStringBuilder(Server.ConnectionString)
        {
            Options = "-c statement_timeout=1s",
        };
        await using var app = LedgerWebApp.Build(hurried.ConnectionString, "http://127.0.0.1:0");
        await app.StartAsync(Cancel);
        using var reader = new HttpClient { BaseAddress = new(app.Urls.Single()) };

        await using (var other = new NpgsqlConnection(Server.ConnectionString))
        {
            await other.OpenAsync(Cancel);
            await using var transaction = await other.BeginTransactionAsync(Cancel);
            await using var held = new NpgsqlCommand("lock table read.story in access exclusive mode", other);
            await held.ExecuteNonQueryAsync(Cancel);

            using var answer = await reader.GetAsync("/api/v1/stories", Cancel);
            using var page = await reader.GetAsync("/", Cancel);

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.StartsWith("The database was given too little time",
                Text(await ReadAsync(answer), "detail"), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        }

        using var later = await reader.GetAsync("/api/v1/stories", Cancel);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        await app.StopAsync(Cancel);
    }

    [Fact]
    public async Task An_event_of_a_newer_program_is_named()
    {
        await using var own = await WebServer.StartAsync(new());
        await own.PublishAsync(Newsroom.Short("Today", "Text."), "today");
        await ExecuteAsync(own.ConnectionString, """
            insert into events.mt_events
            select (jsonb_populate_record(e, jsonb_build_object(
              'seq_id', e.seq_id + 1, 'id', gen_random_uuid(), 'version', e.version + 1, 'type', 'of_tomorrow'))).*
            from events.mt_events e
            """);
        using var auditor = await own.ClientAsync(Application.People.Role.Auditor);

        using var answer = await auditor.GetAsync("/api/v1/events", Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var problem = await ReadAsync(answer);
        Assert.Equal("/problems/unknown-event", Text(problem, "type"));
        Assert.Contains("'of_tomorrow'", Text(problem, "detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_killed_and_started_again_is_used_again_without_a_restart()
    {
        using var folder = new ClusterFolder();
        var cluster = await folder.StartAsync();
        await using var app = LedgerWebApp.Build(cluster.ConnectionString, "http://127.0.0.1:0");
        await app.StartAsync(Cancel);
        using var reader = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(reader, "/"));

        folder.KillServer();
        foreach (var path in new[] { "/", "/api/v1/stories", "/readyz" })
            await Eventually.IsTrueAsync(
                async () => await StatusAsync(reader, path) == HttpStatusCode.ServiceUnavailable);

        await using var again = await folder.StartAsync();
        foreach (var path in new[] { "/readyz", "/", "/api/v1/stories" })
            await Eventually.IsTrueAsync(async () => await StatusAsync(reader, path) == HttpStatusCode.OK);

        await app.StopAsync(Cancel);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient reader, string path)
    {
        using var answer = await reader.GetAsync(path, Cancel);
        Assert.True(
            answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{answer.StatusCode}");
        return answer.StatusCode;
    }

    private Task ExecuteAsync(string sql) => ExecuteAsync(Server.ConnectionString, sql);

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
