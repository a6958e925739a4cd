using Ledger.Domain.Policies;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests;

/// <summary>
/// The real server on a free port of this machine and on a database of its own. As
/// <c>IClassFixture&lt;WebServer&gt;</c> the tests of a class share one; <see cref="StartAsync"/> gives one with other
/// settings.
/// </summary>
public sealed class WebServer : IAsyncLifetime
{
    /// <summary>The password of every account that <see cref="AddAccountAsync"/> makes.</summary>
    public const string Password = "correct horse battery staple";

    private static int accounts;

    private readonly ConcurrentDictionary<string, Task<string>> tokens = new();
    private readonly WebSettings? settings;
    private readonly string? beside;
    private TestDatabase? database;
    private WebApplication? app;

    public WebServer()
    {
    }

    private WebServer(WebSettings settings, string? beside = null)
    {
        this.settings = settings;
        this.beside = beside;
    }

    /// <param name="settings">How it behaves.</param>
    /// <param name="policy">The rules of its house; by default everybody acts alone.</param>
    public static async Task<WebServer> StartAsync(WebSettings settings, HousePolicy? policy = null)
    {
        var server = new WebServer(settings with { Policy = policy ?? HousePolicy.OneHand });
        await server.InitializeAsync();
        return server;
    }

    /// <summary>Another node on the same database, which must end before this one.</summary>
    public Task<WebServer> StartBesideAsync(WebSettings its) => StartOnAsync(ConnectionString, its);

    /// <summary>A node on a database that is there, and stays when the node ends.</summary>
    public static async Task<WebServer> StartOnAsync(string connectionString, WebSettings its)
    {
        var server = new WebServer(its, connectionString);
        await server.InitializeAsync();
        return server;
    }

    public IServiceProvider Services => App.Services;

    /// <summary>Where it listens, such as <c>http://127.0.0.1:41234/</c>.</summary>
    public Uri BaseAddress => new(App.Urls.Single());

    public string ConnectionString => beside ?? database?.ConnectionString ?? throw NotStarted();

    private WebApplication App => app ?? throw NotStarted();

    public async ValueTask InitializeAsync()
    {
        if (beside is null)
            database = await TestDatabase.CreateAsync();

        app = LedgerWebApp.Build(
            ConnectionString, "http://127.0.0.1:0", settings ?? new() { Policy = HousePolicy.OneHand });
        await app.StartAsync();
    }

    /// <summary>A client without cookies that follows no redirect, so that a test sees each answer.</summary>
    public HttpClient Client() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = BaseAddress };

    /// <summary>A client that keeps cookies, as a browser does, and follows no redirect.</summary>
    public HttpClient Browser() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = BaseAddress };

    /// <summary>A client with a token of the account that this server has for tests of these roles.</summary>
    public async Task<HttpClient> ClientAsync(params Role[] roles)
    {
        // Making an account hashes a password, which is slow on purpose.
        var token = await tokens.GetOrAdd(string.Join(' ', roles), _ => CreateTokenAsync(roles));
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A new account with these roles and a name of its own.</summary>
    public Task<Account> AddAccountAsync(params Role[] roles)
    {
        var number = Interlocked.Increment(ref accounts).ToString(CultureInfo.InvariantCulture);
        return Services.GetRequiredService<AccountStore>().AddAsync(
            new($"account-{number}", $"Account {number}", roles), Password, Origin.Program, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        if (database is not null)
            await database.DisposeAsync();
    }

    private async Task<string> CreateTokenAsync(Role[] roles)
    {
        var account = await AddAccountAsync(roles);
        var token = await Services.GetRequiredService<AccountStore>()
            .CreateTokenAsync(new(account.Name, "a test", null), Origin.Program, CancellationToken.None);
        return token.Text;
    }

    private static InvalidOperationException NotStarted() => new("The server has not been started.");
}
