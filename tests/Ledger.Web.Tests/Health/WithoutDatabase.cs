using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Testing;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Health;

/// <summary>A database that goes away under a running server, and comes back.</summary>
public sealed class WithoutDatabase
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_answered_and_works_again_afterwards()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var way = new SocketDetour(database.ConnectionString);
        await using var app = LedgerWebApp.Build(way.ConnectionString, "http://127.0.0.1:0");
        await app.StartAsync(Cancel);
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        Assert.Equal("ready\n", await client.GetStringAsync("/readyz", Cancel));
        client.DefaultRequestHeaders.Add("Cookie", await SignInAsync(app.Services));

        await way.CloseAsync();

        using var healthy = await client.GetAsync("/healthz", Cancel);
        Assert.Equal(HttpStatusCode.OK, healthy.StatusCode);
        using var ready = await client.GetAsync("/readyz", Cancel);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "The database cannot be reached.\n"),
            (ready.StatusCode, await ready.Content.ReadAsStringAsync(Cancel)));
        using var api = await client.GetAsync("/api/v1/stories", Cancel);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), api.Headers.RetryAfter?.Delta);
        Assert.Contains("\"/problems/unavailable\"", await api.Content.ReadAsStringAsync(Cancel),
            StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/audit" })
        {
            using var page = await client.GetAsync(path, Cancel);
            Assert.Equal((path, HttpStatusCode.ServiceUnavailable), (path, page.StatusCode));
            var html = await page.Content.ReadAsStringAsync(Cancel);
            Assert.Contains("<html", html, StringComparison.Ordinal);
            Assert.DoesNotContain("Npgsql", html, StringComparison.Ordinal);
        }

        way.Open();

        Assert.Equal("ready\n", await client.GetStringAsync("/readyz", Cancel));
        using var again = await client.GetAsync("/audit", Cancel);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await app.StopAsync(Cancel);
    }

    private static async Task<string> SignInAsync(IServiceProvider services)
    {
        await services.GetRequiredService<AccountStore>().AddAsync(
            new("auditor", "Auditor", [Role.Auditor]), WebServer.Password, Origin.Program, Cancel);
        using var scope = services.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await services.GetRequiredService<Sessions>().SignInAsync(context, "auditor", WebServer.Password, Cancel);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    [Fact]
    public async Task A_server_that_finds_no_database_does_not_start()
    {
        await using var app = LedgerWebApp.Build("Host=/nonexistent;Database=ledger;Timeout=2", "http://127.0.0.1:0");

        await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(Cancel));
    }

    /// <summary>Another way to the cluster's socket, which can be taken away.</summary>
    private sealed class SocketDetour : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("ledger-detour-").FullName;
        private readonly NpgsqlConnectionStringBuilder real;

        public SocketDetour(string connectionString)
        {
            real = new(connectionString);
            Open();
        }

        public string ConnectionString =>
            new NpgsqlConnectionStringBuilder(real.ConnectionString) { Host = folder }.ConnectionString;

        private string Link => Path.Combine(folder, $".s.PGSQL.{real.Port}");

        public void Open() => File.CreateSymbolicLink(Link, Path.Combine(real.Host!, $".s.PGSQL.{real.Port}"));

        public async Task CloseAsync()
        {
            File.Delete(Link);
            await using var source = NpgsqlDataSource.Create(real.ConnectionString);
            await using var command = source.CreateCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()");
            await command.ExecuteNonQueryAsync(Cancel);
        }

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
