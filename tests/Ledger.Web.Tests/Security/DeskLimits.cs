using System.Net;
using System.Net.Http.Headers;
using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Hosting.Accounts;
using Ledger.Web.Tests.Api;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Security;

/// <summary>The limits of an account by its desks, and of a token by its scopes.</summary>
public sealed class DeskLimits(WebServer server) : ApiTest(server)
{
    private const string Headline = """{"headline":"Not for you","reason":"R"}""";

    private AccountStore Accounts => Server.Services.GetRequiredService<AccountStore>();

    [Fact]
    public async Task The_api_refuses_a_story_of_another_desk_by_its_code()
    {
        var story = await PublishAsync();
        var account = await LimitedAsync("Sport");
        using var client = await WithTokenAsync(account, Scope.Read, Scope.Write);

        var problem = await RefusedAsync(403, "other-desk", () => SendAsync(client, story, "headline", Headline));
        Assert.Contains("'Towns'", Text(problem, "detail"), StringComparison.Ordinal);
        await RefusedAsync(403, "other-desk", () => client.PostAsync("/api/v1/stories", Json(NewStory()), Cancel));

        await Accounts.SetDesksAsync(account.Name, ["Sport", "towns"], Origin.Program, Cancel);
        using var other = await WithTokenAsync(account, Scope.Write);
        await ChangeOfAsync(await SendAsync(other, story, "headline", Headline), HttpStatusCode.Created);
    }

    [Fact]
    public async Task The_page_refuses_it_before_anything_is_typed_and_when_it_is_sent()
    {
        var story = await PublishAsync();
        var account = await Server.AddAccountAsync(Role.Editor);
        using var visitor = new Visitor(Server.Browser());
        await visitor.GetAsync("/sign-in");
        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);
        await visitor.GetAsync($"/desk/stories/{story.Slug}/headline");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);

        await Accounts.SetDesksAsync(account.Name, ["Sport"], Origin.Program, Cancel);
        await visitor.SendAsync("form.desk-form", [("headline", "Another"), ("reason", "R")]);

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        Assert.Contains("of the section 'Towns'", visitor.Text("#problem"), StringComparison.Ordinal);
        await visitor.GetAsync($"/desk/stories/{story.Slug}/revise");
        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        Assert.Contains("of the section 'Towns'", visitor.Text("#problem"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_about_a_story_of_another_desk_is_for_that_desk()
    {
        var story = await PublishAsync();
        using var other = await WithTokenAsync(await LimitedAsync("Sport"), Scope.Read, Scope.Write);
        using var own = await WithTokenAsync(await LimitedAsync("Towns"), Scope.Read, Scope.Write);
        const string Draft =
            """{"class":"factual-error","wrong":"40","right":"14","note":"It cost 14 million.","draft":true}""";
        const string Copy = """{"kind":"translation","publisher":"La Norvale","language":"fr"}""";

        foreach (var (path, body) in new[] { ("corrections", Draft), ("copies", Copy) })
        {
            await RefusedAsync(403, "other-desk", () => SendAsync(other, story, path, body));
            using var allowed = await SendAsync(own, story, path, body);
            Assert.InRange((int)allowed.StatusCode, 201, 202);
        }

        using var reported = await other.PostAsync(
            "/api/v1/reports", Json($$"""{"story":"{{story.Id}}","text":"It cost 14 million."}"""), Cancel);
        Assert.Equal(HttpStatusCode.Created, reported.StatusCode);
        var report = Receipts.ToReport((await ReadAsync(reported)).GetProperty("receipt").GetString()!);
        await RefusedAsync(403, "other-desk", () => DeclineAsync(other, report));
        using var declined = await DeclineAsync(own, report);
        Assert.Equal(HttpStatusCode.OK, declined.StatusCode);
    }

    private static async Task<HttpResponseMessage> DeclineAsync(HttpClient client, Guid report)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/reports/{report}/decline");
        request.Content = Json("""{"reason":"It did not."}""");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await client.SendAsync(request, Cancel);
    }

    [Fact]
    public async Task A_token_does_no_more_than_its_scopes()
    {
        var story = await PublishAsync();
        var account = await Server.AddAccountAsync(Role.Editor);
        using var reading = await WithTokenAsync(account, Scope.Read);
        using var writing = await WithTokenAsync(account, Scope.Write);

        await RefusedAsync(403, "not-allowed", () => SendAsync(reading, story, "headline", Headline));
        await RefusedAsync(403, "not-allowed", () => writing.GetAsync("/api/v1/events", Cancel));
        Assert.Equal(HttpStatusCode.OK, (await reading.GetAsync("/api/v1/events", Cancel)).StatusCode);
        await ChangeOfAsync(await SendAsync(writing, story, "headline", Headline), HttpStatusCode.Created);
    }

    private Task<Account> LimitedAsync(string desk) => Accounts.AddAsync(
        new($"limited-{Guid.NewGuid():N}", "Limited", [Role.Editor]) { Desks = [desk] }, Origin.Program, Cancel);

    private async Task<HttpClient> WithTokenAsync(Account account, params Scope[] scopes)
    {
        var token = await Accounts.CreateTokenAsync(
            new(account.Name, "t", null) { Scopes = scopes }, Origin.Program, Cancel);
        var client = Server.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Text);
        return client;
    }
}
