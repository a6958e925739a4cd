using System.Net;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Web.Tests.Log;

/// <summary>A log that is not as it was signed, and nodes that cannot sign.</summary>
public sealed class Watching : IDisposable
{
    private readonly string keys = Directory.CreateTempSubdirectory("ledger-keys-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(keys, recursive: true);

    [Fact]
    public async Task A_node_says_that_the_log_is_not_as_it_was_signed_and_signs_no_more()
    {
        await using var server = await WebServer.StartAsync(new() { KeyFolder = keys });
        using var http = server.Client();
        await SignedServer.PublishAsync(server, 3);
        await Eventually.IsTrueAsync(async () => await SizeAsync(http) == 3);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz", Token)).StatusCode);

        await ExecuteAsync(server, """
            set session_replication_role = replica;
            update log.leaves set hash = sha256('x') where position = 2
            """);
        await SignedServer.ReviseAsync(server, 4);
        await Eventually.IsTrueAsync(async () =>
            (await http.GetAsync("/readyz", Token)).StatusCode == HttpStatusCode.ServiceUnavailable);

        Assert.Contains("has the root", await (await http.GetAsync("/readyz", Token)).Content
            .ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(3, await SizeAsync(http));
        await ExpectNotSignedAsync(http, 4);
    }

    [Fact]
    public async Task A_node_without_keys_serves_what_another_has_signed()
    {
        await using var reader = await WebServer.StartAsync(new());
        using var http = reader.Client();
        await SignedServer.PublishAsync(reader, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/log/checkpoint", Token)).StatusCode);
        await ExpectNotSignedAsync(http, 2);

        await using (await reader.StartBesideAsync(new() { KeyFolder = keys }))
            await Eventually.IsTrueAsync(async () => await SizeAsync(http) == 2);

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/proofs/2", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz", Token)).StatusCode);
    }

    private static async Task ExpectNotSignedAsync(HttpClient http, int position)
    {
        using var answer = await http.GetAsync($"/api/v1/proofs/{position}", Token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("not-signed", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<int> SizeAsync(HttpClient http)
    {
        using var answer = await http.GetAsync("/log/checkpoint", Token);
        return answer.StatusCode == HttpStatusCode.OK
            ? TlogClient.Parse(await answer.Content.ReadAsStringAsync(Token)).Size
            : -1;
    }

    private static async Task ExecuteAsync(WebServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
        NpgsqlConnection.ClearPool(connection);
    }
}
