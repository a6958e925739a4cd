using System.Net;
using System.Net.Http.Headers;
using Ledger.Application.People;
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
