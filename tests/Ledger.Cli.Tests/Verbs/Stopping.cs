using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Cli.Tests.Running;
using Ledger.Hosting.Accounts;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>A server that is told to stop while many write, read and listen.</summary>
public sealed class Stopping
{
    private const int Writers = 6;
    private const int Readers = 4;
    private const int Listeners = 3;
    private const int Enough = 60;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly ConcurrentBag<Guid> acknowledged = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_request_is_answered_or_refused_and_every_answer_is_true()
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var server = new LedgerProgram(ledger.ConnectionString).Start("serve", "--urls", "http://127.0.0.1:0");
        using var client = await ClientAsync(server, ledger);
        var listening = Enumerable.Range(0, Listeners).Select(_ => ListenAsync(client)).ToList();
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteOnAsync(client, writer)).ToList();
        var reading = Enumerable.Range(0, Readers).Select(reader => ReadOnAsync(client, reader)).ToList();
        await Eventually.IsTrueAsync(() => Task.FromResult(acknowledged.Count >= Enough));

        var start = Stopwatch.GetTimestamp();
        await TerminateAsync(server);
        var took = Stopwatch.GetElapsedTime(start);
        await Task.WhenAll([.. writing, .. reading, .. listening]);

        Assert.Equal(0, server.ExitCode);
        Assert.True(took < Longest, $"It took {took}.");
        var written = await ledger.Store.ReadAllAsync(0, null, Cancel)
            .Select(recorded => recorded.StreamId).ToListAsync(Cancel);
        Assert.Equal(acknowledged.Order(), written.Order());
    }

    [Theory]
    [InlineData("/", "Try again")]
    [InlineData("/api/v1/stories", "/problems/stopping")]
    public async Task A_request_that_waits_for_the_database_is_refused_in_time(string path, string answered)
    {
        await using var ledger = await TestLedger.CreateAsync();
        using var server = new LedgerProgram(ledger.ConnectionString).Start("serve", "--urls", "http://127.0.0.1:0");
        using var client = await ClientAsync(server, ledger);
        await using var other = new NpgsqlConnection(ledger.ConnectionString);
        await other.OpenAsync(Cancel);
        await using var transaction = await other.BeginTransactionAsync(Cancel);
        await ExecuteAsync(other, "lock table read.story in access exclusive mode");
        var waiting = client.GetAsync(path, Cancel);
        await Eventually.IsTrueAsync(async () => await CountAsync(other) > 0);

        var start = Stopwatch.GetTimestamp();
        await TerminateAsync(server);

        using var answer = await waiting;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains(answered, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, server.ExitCode);
        Assert.True(Stopwatch.GetElapsedTime(start) < Longest, "It took too long.");
    }

    private static async Task TerminateAsync(Process server)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]))
            await kill.WaitForExitAsync(Cancel);

        await server.WaitForExitAsync(Cancel);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_locks where not granted and relation = 'read.story'::regclass", connection);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<HttpClient> ClientAsync(Process server, TestLedger ledger)
    {
        var accounts = ledger.Services.GetRequiredService<AccountStore>();
        await accounts.AddAsync(
            new("program", "A program", [Role.Editor, Role.Auditor]), Origin.Program, Cancel);
        var token = await accounts.CreateTokenAsync(
            new("program", "a test", null), Origin.Program, Cancel);
        var line = await server.StandardOutput.ReadLineAsync(Cancel) ?? "";
        return new()
        {
            BaseAddress = new(line["Ledger listens on ".Length..]),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token.Text) },
        };
    }

    private async Task WriteOnAsync(HttpClient client, int writer)
    {
        for (var n = 1; ; n++)
        {
            var headline = string.Create(CultureInfo.InvariantCulture, $"Story {n} of writer {writer}");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/stories");
            request.Content = new StringContent(
                $$"""{"headline":"{{headline}}","language":"en","blocks":[{"type":"paragraph","text":"T."}]}""",
                Encoding.UTF8, "application/json");
            if (await AnswerAsync(client, request) is not var (status, body))
                return;

            if (status == HttpStatusCode.ServiceUnavailable)
            {
                Assert.Contains("/problems/", body, StringComparison.Ordinal);
                continue;
            }

            Assert.Equal(HttpStatusCode.Created, status);
            acknowledged.Add(JsonDocument.Parse(body).RootElement.GetProperty("id").GetGuid());
        }
    }

    private static async Task ReadOnAsync(HttpClient client, int reader)
    {
        var path = reader % 2 == 0 ? "/" : "/api/v1/stories";
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (await AnswerAsync(client, request) is not var (status, _))
                return;

            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable, $"{path}: {status}");
        }
    }

    /// <summary>The whole answer, which must not be cut off; null when nobody took the request.</summary>
    private static async Task<(HttpStatusCode Status, string Body)?> AnswerAsync(
        HttpClient client, HttpRequestMessage request)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        }
        catch (HttpRequestException)
        {
            return null;
        }

        using (answer)
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    // The stream has to be ended by the server, and not to break off.
    private static async Task ListenAsync(HttpClient client)
    {
        await using var events = await client.GetStreamAsync("/api/v1/events/stream", Cancel);
        using var lines = new StreamReader(events);
        while (await lines.ReadLineAsync(Cancel) is not null)
        {
        }
    }
}
