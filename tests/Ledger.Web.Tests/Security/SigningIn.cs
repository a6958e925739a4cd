using System.Net;
using System.Net.Http.Headers;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Security;
using Ledger.Web.Tests.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Security;

public sealed class SigningIn(WebServer server) : ApiTest(server)
{
    private const string Headline = """{"headline":"Signed in","reason":"R"}""";

    private AccountStore Accounts => Server.Services.GetRequiredService<AccountStore>();

    private Sessions Sessions => Server.Services.GetRequiredService<Sessions>();

    [Fact]
    public async Task A_token_that_is_over_lets_nobody_in()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        var token = await Accounts.CreateTokenAsync(new(account.Name, "t", null), Origin.Program, Cancel);
        using var client = With(token.Text);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));

        await Accounts.RevokeTokenAsync(token.Id, null, Origin.Program, Cancel);

        await RefusedAsync(401, "unauthenticated", () => client.GetAsync("/api/v1/events", Cancel));
    }

    [Fact]
    public async Task A_disabled_account_has_no_tokens()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        var token = await Accounts.CreateTokenAsync(new(account.Name, "t", null), Origin.Program, Cancel);
        using var client = With(token.Text);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client));

        await Accounts.DisableAsync(account.Name, Origin.Program, Cancel);

        await RefusedAsync(401, "unauthenticated", () => client.GetAsync("/api/v1/events", Cancel));
    }

    [Theory]
    [InlineData("Bearer ldg_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", true)]
    [InlineData("Bearer x", true)]
    [InlineData("Basic YTpi", true)]
    [InlineData(null, false)]
    public async Task Whoever_is_not_let_in_is_told_how_to_ask(string? header, bool presented)
    {
        using var client = Server.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        using var response = await client.GetAsync("/api/v1/events", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(presented ? "realm=\"ledger\", error=\"invalid_token\"" : "realm=\"ledger\"",
            response.Headers.WwwAuthenticate.Single().Parameter);
        Assert.Equal("/problems/unauthenticated", (await ReadAsync(response)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_session_writes_from_a_page_of_this_site_and_from_no_other()
    {
        var story = await PublishAsync();
        var account = await Server.AddAccountAsync(Role.Editor);
        using var browser = await SignedInAsync(account.Name);

        foreach (var origin in new[] { null, "https://elsewhere.example", "null", "http://127.0.0.1:1" })
        {
            await RefusedAsync(403, "cross-site", () => PostAsync(browser, story, origin));
        }

        using var own = await PostAsync(browser, story, Server.BaseAddress.GetLeftPart(UriPartial.Authority));
        await ChangeOfAsync(own, HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_session_ends_when_its_account_is_disabled()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        using var browser = await SignedInAsync(account.Name);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(browser));

        await Accounts.DisableAsync(account.Name, Origin.Program, Cancel);

        await RefusedAsync(401, "unauthenticated", () => browser.GetAsync("/api/v1/events", Cancel));
    }

    [Fact]
    public async Task A_cookie_of_one_node_is_understood_by_another()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        var cookie = await CookieOfAsync(account.Name);
        await using var other = LedgerWebApp.Build(Server.ConnectionString, "http://127.0.0.1:0");
        await other.StartAsync(Cancel);
        using var browser = new HttpClient { BaseAddress = new(other.Urls.Single()) };
        browser.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.OK, await AskAsync(browser));
        await other.StopAsync(Cancel);
    }

    [Fact]
    public async Task The_cookie_is_kept_from_scripts_and_other_sites()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        var context = Context();
        await Sessions.SignInAsync(context, account.Name, WebServer.Password, Cancel);

        var plain = context.Response.Headers.SetCookie.ToString();
        Assert.Contains("httponly", plain, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("secure", plain, StringComparison.Ordinal);

        context = Context();
        context.Request.Scheme = "https";
        await Sessions.SignInAsync(context, account.Name, WebServer.Password, Cancel);
        Assert.Contains("; secure", context.Response.Headers.SetCookie.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_sets_no_cookie()
    {
        var account = await Server.AddAccountAsync(Role.Editor);
        var context = Context();

        Assert.IsType<SignInOutcome.Failed>(
            await Sessions.SignInAsync(context, account.Name, "wrong", Cancel));
        Assert.Equal(0, context.Response.Headers.SetCookie.Count);
    }

    private DefaultHttpContext Context() => new() { RequestServices = Server.Services.CreateScope().ServiceProvider };

    private HttpClient With(string token)
    {
        var client = Server.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<HttpClient> SignedInAsync(string name)
    {
        var client = Server.Client();
        client.DefaultRequestHeaders.Add("Cookie", await CookieOfAsync(name));
        return client;
    }

    private async Task<string> CookieOfAsync(string name)
    {
        var context = Context();
        await Sessions.SignInAsync(context, name, WebServer.Password, Cancel);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client)
    {
        using var response = await client.GetAsync("/api/v1/events", Cancel);
        return response.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, Change story, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/stories/{story.Id}/headline");
        request.Content = Json(Headline);
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{story.Version}\"");
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", origin);

        return await client.SendAsync(request, Cancel);
    }
}
