using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Security;

/// <summary>What was typed into a form outlives the session it was typed in.</summary>
public sealed class EndedSessions(WebServer server) : IClassFixture<WebServer>
{
    private const string Headline = "The ferry <b>\"Marram\"</b> & the tide";
    private const string Words = "It sank.\r\n\r\nNobody was hurt.";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private SessionStore Sessions => server.Services.GetRequiredService<SessionStore>();

    [Fact]
    public async Task A_form_that_comes_too_late_is_kept_and_sent_after_signing_in_again()
    {
        var (visitor, account) = await LateAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, visitor.Status);
        Assert.Equal("Sign in again", visitor.Text("h1"));
        Assert.DoesNotContain("Nobody was hurt", visitor.Html, StringComparison.Ordinal);

        // A wrong password in between loses nothing either.
        await visitor.SendAsync("main form", [("name", account.Name), ("password", "a wrong password")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("Nobody was hurt", visitor.Text(".kept"), StringComparison.Ordinal);

        await visitor.SendAsync("#kept", []);

        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        await visitor.FollowAsync();
        Assert.Equal(Headline, visitor.Text("h1"));
        Assert.Contains("Nobody was hurt.", visitor.Text(".body"), StringComparison.Ordinal);
        visitor.Dispose();
    }

    [Fact]
    public async Task A_form_of_another_site_is_not_kept()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var client = server.Browser();
        client.DefaultRequestHeaders.Add("Origin", "https://elsewhere.example");
        using var visitor = await SignedInAsync(client, account);
        var page = await visitor.GetAsync("/desk/new");
        await Sessions.EndAllAsync(account.Name, null, Origin.Program, Cancel);

        await visitor.SendFromAsync(page, "/desk/new", "main form", [("headline", Headline)]);

        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        Assert.Contains("/sign-in", visitor.Location?.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_this_site_has_not_sealed_is_not_shown_to_somebody_who_signs_in(string sealedText)
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = new Visitor(server.Browser());
        await visitor.GetAsync("/sign-in");

        await visitor.SendAsync(
            "main form", [("name", account.Name), ("password", WebServer.Password), ("kept", sealedText)]);

        Assert.Equal((HttpStatusCode.Redirect, "/desk"), (visitor.Status, visitor.Location?.ToString()));
    }

    [Fact]
    public async Task The_page_for_signing_in_again_is_not_there_by_itself()
    {
        using var visitor = new Visitor(server.Browser());
        await visitor.GetAsync("/sign-in/again");
        Assert.Equal("/sign-in", visitor.Location?.ToString());
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_copy_of_its_cookie()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = await SignedInAsync(server.Browser(), account);
        var cookie = visitor.Answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var copy = server.Client();
        copy.DefaultRequestHeaders.Add("Cookie", cookie);
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/desk", Cancel)).StatusCode);

        await visitor.GetAsync("/desk");
        await visitor.SendAsync(".account form", []);

        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/desk", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Too_many_failures_are_answered_alike_for_every_name_and_say_how_long_to_wait()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = new Visitor(server.Browser());
        foreach (var name in new[] { account.Name, "nobody-has-this" })
        {
            for (var n = 0; n < new SignInPolicy().FailuresOfName; n++)
            {
                await visitor.GetAsync("/sign-in");
                await visitor.SendAsync("main form", [("name", name), ("password", "a wrong password")]);
                Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
            }

            await visitor.SendAsync("main form", [("name", name), ("password", WebServer.Password)]);

            Assert.Equal(HttpStatusCode.TooManyRequests, visitor.Status);
            Assert.StartsWith("There were too many attempts. Wait ", visitor.Text(".error"), StringComparison.Ordinal);
            Assert.NotNull(visitor.Answer.Headers.RetryAfter);
        }
    }

    private async Task<(Visitor Visitor, Account Account)> LateAsync()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        var client = server.Browser();
        client.DefaultRequestHeaders.Add("Origin", server.BaseAddress.GetLeftPart(UriPartial.Authority));
        var visitor = await SignedInAsync(client, account);
        await visitor.GetAsync("/desk/new");
        await Sessions.EndAllAsync(account.Name, null, Origin.Program, Cancel);
        await visitor.SendAsync(
            "main form",
            [("headline", Headline), ("language", "en"), ("block.text", Words)], ("do", "publish"));
        return (visitor, account);
    }

    private static async Task<Visitor> SignedInAsync(HttpClient client, Account account)
    {
        var visitor = new Visitor(client);
        await visitor.GetAsync("/sign-in");
        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);
        return visitor;
    }
}
