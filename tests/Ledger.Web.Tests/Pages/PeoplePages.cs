using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Pages;

/// <summary>Accounts, as administrators and their owners work on them.</summary>
public sealed class PeoplePages(WebServer server) : IClassFixture<WebServer>
{
    private const string NewPassword = "another long password";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AccountStore Accounts => server.Services.GetRequiredService<AccountStore>();

    [Fact]
    public async Task An_administrator_adds_somebody_who_sets_a_password_by_the_link_and_signs_in()
    {
        using var admin = await Visitor.SignedInAsync(server, Role.Admin);
        await admin.GetAsync("/admin/people");
        await admin.SendAsync(
            "main form",
            [("name", "mira"), ("displayName", "Mira Vance"), ("role", "Editor"), ("desks", "Sport\r\nTown")]);

        var link = new Uri(admin.Text(".secret-text")).PathAndQuery;
        using var mira = new Visitor(server.Browser());
        await mira.GetAsync(link);
        await mira.SendAsync("main form", [("password", NewPassword), ("again", "not the same at all")]);
        Assert.Equal("The two passwords are not the same.", mira.Text(".error"));
        await mira.SendAsync("main form", [("password", NewPassword), ("again", NewPassword)]);
        await mira.FollowAsync();
        await mira.SendAsync("main form", [("name", "mira"), ("password", NewPassword)]);

        Assert.Equal("/desk", mira.Location?.ToString());
        Assert.Equal(["Sport", "Town"], (await Accounts.FindAsync("mira", Cancel))?.Desks);
        await mira.GetAsync(link);
        Assert.Equal((HttpStatusCode.NotFound, "This link cannot be used"), (mira.Status, mira.Text("h1")));
    }

    [Fact]
    public async Task What_is_refused_is_said_and_what_was_typed_stays()
    {
        using var admin = await Visitor.SignedInAsync(server, Role.Admin);
        await admin.GetAsync("/admin/people");
        await admin.SendAsync(
            "main form",
            [("name", "Not A Name"), ("displayName", "<script>x</script>"), ("role", "Auditor"), ("desks", "Sport")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.StartsWith("A name is 1 to 64", admin.Text(".error"), StringComparison.Ordinal);
        Assert.Equal("Not A Name", admin.Value("#name"));
        Assert.Equal("<script>x</script>", admin.Value("#display"));
        Assert.NotNull(admin.Page.QuerySelector("input[value=Auditor][checked]"));
        Assert.Null(await Accounts.FindAsync("Not A Name", Cancel));
    }

    [Fact]
    public async Task Roles_desks_sessions_and_access_of_an_account_are_changed_on_its_page()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var person = await SignedInAsync(account.Name);
        using var admin = await Visitor.SignedInAsync(server, Role.Admin);
        var path = $"/admin/people/{account.Name}";
        await admin.GetAsync(path);

        await admin.SendAsync("form[action*=Roles]", [("role", "Editor"), ("role", "Standards")]);
        await admin.FollowAsync();
        Assert.Equal("The roles are saved.", admin.Text(".flash"));
        await admin.SendAsync("form[action*=Desks]", [("desks", "Sport")]);
        await admin.FollowAsync();
        Assert.Equal("Sport", admin.Value("#desks").Trim());

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(person, "/desk"));
        await admin.SendAsync("form[action*=EndSession]", []);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(person, "/desk"));

        await admin.FollowAsync();
        await admin.SendAsync("form[action*=Disable]", []);
        await admin.FollowAsync();
        Assert.Equal("Disabled", admin.Text(".mark"));
        var changed = await Accounts.FindAsync(account.Name, Cancel);
        Assert.Equal([Role.Editor, Role.Standards], changed?.Roles);
        Assert.True(changed?.Disabled);
        await admin.GetAsync("/admin/people/nobody-at-all");
        Assert.Equal(HttpStatusCode.NotFound, admin.Status);
    }

    [Fact]
    public async Task The_password_is_changed_by_its_owner_who_stays_signed_in()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var here = await SignedInAsync(account.Name);
        using var there = await SignedInAsync(account.Name);
        await here.GetAsync("/account");

        await here.SendAsync(
            "form[action*=Password]", [("old", "not the old one"), ("password", NewPassword), ("again", NewPassword)]);
        Assert.Equal("The present password is another one.", here.Text(".error"));
        await here.SendAsync(
            "form[action*=Password]",
            [("old", WebServer.Password), ("password", NewPassword), ("again", NewPassword)]);
        await here.FollowAsync();

        Assert.Contains("The password is changed", here.Text(".flash"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(there, "/account"));
    }

    [Fact]
    public async Task A_token_of_ones_own_is_made_shown_once_and_revoked()
    {
        var account = await server.AddAccountAsync(Role.Editor);
        using var visitor = await SignedInAsync(account.Name);
        await visitor.GetAsync("/account");
        Assert.Contains("You have no token.", visitor.Html, StringComparison.Ordinal);

        await visitor.SendAsync("form[action*=CreateToken]", [("description", "The wire"), ("scope", "Read")]);
        var token = visitor.Text(".secret-text");
        var found = await Accounts.FindByTokenAsync(token, Cancel);
        Assert.Equal((account.Name, Scope.Read), (found?.Name, found?.Scopes?.Single()));

        await visitor.GetAsync("/account");
        Assert.DoesNotContain(token, visitor.Html, StringComparison.Ordinal);
        await visitor.SendAsync("form[action*=RevokeToken]", []);
        Assert.Null(await Accounts.FindByTokenAsync(token, Cancel));
    }

    [Fact]
    public async Task The_sign_ins_are_filtered_and_say_when_there_are_none()
    {
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);
        var account = await server.AddAccountAsync(Role.Reader);
        using (await SignedInAsync(account.Name))
        {
            await auditor.GetAsync($"/admin/sign-ins?account={account.Name}");
        }

        Assert.Equal(2, auditor.Page.QuerySelectorAll(".rows > li").Length);
        await auditor.GetAsync($"/admin/sign-ins?account={account.Name}&kind=signed-in");
        Assert.Equal($"Signed in · {account.Name}", auditor.Text(".row-title"));
        await auditor.GetAsync("/admin/sign-ins?account=nobody-at-all");
        Assert.Equal("Nothing is noted here.", auditor.Text(".empty-title"));
        await auditor.GetAsync("/admin/sign-ins?kind=<b>");
        Assert.Equal("Nothing of the kind “<b>” is ever noted.", auditor.Text(".error"));
    }

    [Fact]
    public async Task The_table_of_permissions_is_that_of_the_program()
    {
        using var admin = await Visitor.SignedInAsync(server, Role.Admin);
        await admin.GetAsync("/admin/permissions");

        var shown = admin.Page.QuerySelectorAll(".matrix tbody tr").Select(row => string.Join(
            ' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim())));
        var expected = Enum.GetValues<Permission>().Select(permission => string.Join(
            ' ', Enum.GetValues<Role>().Select(role => Permissions.RolesFor(permission).Contains(role) ? "yes" : "–"))
            + $" {Permissions.ScopeFor(permission).ToString().ToLowerInvariant()}");
        Assert.Equal(expected, shown);
    }

    [Theory]
    [InlineData("/admin/people", new[] { Role.Admin })]
    [InlineData("/admin/people/anybody", new[] { Role.Admin })]
    [InlineData("/admin/sign-ins", new[] { Role.Admin, Role.Auditor })]
    [InlineData("/admin/permissions", new[] { Role.Admin, Role.Auditor })]
    public async Task The_pages_are_open_to_these_roles_only(string path, Role[] allowed)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await Visitor.SignedInAsync(server, role);
            var isRefused = await StatusAsync(visitor, path) == HttpStatusCode.Forbidden;
            Assert.Equal($"{role}: {!allowed.Contains(role)}", $"{role}: {isRefused}");
        }
    }

    [Fact]
    public async Task The_first_administrator_is_made_by_the_page_once()
    {
        await using var empty = await WebServer.StartAsync(new());
        var text = await empty.Services.GetRequiredService<OneTimeLinks>().CreateFirstAsync(Origin.Program, Cancel);
        using var visitor = new Visitor(empty.Browser());
        await visitor.GetAsync($"/link/{text}");

        await visitor.SendAsync("main form",
            [("name", "ada"), ("displayName", "Ada"), ("password", "password1234"), ("again", "password1234")]);
        Assert.Equal("This password is one of those that are tried first.", visitor.Text(".error"));
        await visitor.SendAsync("main form",
            [("name", "ada"), ("displayName", "Ada"), ("password", NewPassword), ("again", NewPassword)]);

        Assert.Equal("/sign-in", visitor.Location?.ToString());
        Assert.Equal([Role.Admin], Assert.Single(
            await empty.Services.GetRequiredService<AccountStore>().ListAsync(Cancel)).Roles);
        await visitor.GetAsync($"/link/{text}");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    private async Task<Visitor> SignedInAsync(string name)
    {
        var visitor = new Visitor(server.Browser());
        await visitor.GetAsync("/sign-in");
        await visitor.SendAsync("main form", [("name", name), ("password", WebServer.Password)]);
        Assert.Equal(HttpStatusCode.Redirect, visitor.Status);
        return visitor;
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor visitor, string path)
    {
        await visitor.GetAsync(path);
        return visitor.Status;
    }
}
