using System.Net;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Pages;

/// <summary>Who gets in, and what the others are told.</summary>
public sealed class Access(WebServer server) : IClassFixture<WebServer>
{
    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/new")]
    [InlineData("/desk/stories/any/revise")]
    [InlineData("/audit?upto=5")]
    public async Task Who_is_not_signed_in_is_asked_to_and_brought_back(string path)
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = new Visitor(server.Browser());

        await visitor.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        await visitor.FollowAsync();
        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);

        Assert.Equal(path, visitor.Location?.ToString());
    }

    [Theory]
    [InlineData(Role.Reader, "/desk")]
    [InlineData(Role.Auditor, "/desk")]
    [InlineData(Role.Auditor, "/desk/new")]
    [InlineData(Role.Admin, "/desk/stories/any/revise")]
    [InlineData(Role.Reader, "/audit")]
    [InlineData(Role.Reader, "/audit/bundle?story=any&level=public")]
    public async Task Who_lacks_the_role_is_told_so(Role role, string path)
    {
        using var visitor = await Visitor.SignedInAsync(server, role);

        await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Forbidden, visitor.Status);
        Assert.Equal("This page is not open to you", visitor.Text("h1"));
    }

    [Theory]
    [InlineData(Role.Editor, "/desk")]
    [InlineData(Role.Standards, "/desk")]
    [InlineData(Role.Auditor, "/audit")]
    [InlineData(Role.Reader, "/")]
    public async Task Signing_in_leads_to_the_work_of_the_role(Role role, string path)
    {
        using var visitor = await Visitor.SignedInAsync(server, role);

        Assert.Equal(path, visitor.Location?.ToString());
        await visitor.GetAsync("/sign-in");
        Assert.Equal(path, visitor.Location?.ToString());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org")]
    [InlineData("/\\example.org")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = new Visitor(server.Browser());
        await visitor.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        await visitor.SendAsync("main form", [("name", account.Name), ("password", WebServer.Password)]);

        Assert.Equal("/desk", visitor.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_says_so_and_keeps_the_name()
    {
        using var visitor = new Visitor(server.Browser());
        await visitor.GetAsync("/sign-in");

        await visitor.SendAsync("main form", [("name", "nobody"), ("password", "wrong")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("nobody", visitor.Value("#name"));
        Assert.Equal("", visitor.Value("#password"));
        Assert.NotEmpty(visitor.Text("[role=alert]"));
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var visitor = await Visitor.SignedInAsync(server, Role.Editor);
        await visitor.GetAsync("/");

        await visitor.SendAsync(".account form", []);
        await visitor.GetAsync("/desk");

        Assert.StartsWith("/sign-in", visitor.Location?.PathAndQuery, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/new")]
    [InlineData("/sign-out")]
    public async Task A_form_from_another_site_is_refused(string path)
    {
        using var visitor = await Visitor.SignedInAsync(server, Role.Editor);
        await visitor.GetAsync(path);

        await visitor.SendAsync(
            "main form", [("__RequestVerificationToken", "forged"), ("headline", "H")], ("do", "publish"));

        Assert.Equal(HttpStatusCode.BadRequest, visitor.Status);
        Assert.Equal("This could not be understood", visitor.Text("h1"));
    }
}
