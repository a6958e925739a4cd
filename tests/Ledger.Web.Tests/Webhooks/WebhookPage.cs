using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Webhooks;

/// <summary>Subscriptions, as administrators work on them.</summary>
public sealed class WebhookPage(WebhookServer shared) : WebhookTest(shared)
{
    [Fact]
    public async Task An_administrator_adds_one_sees_what_is_parked_and_replays_it()
    {
        var isAway = true;
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = (_, context) => Receiver.StatusAsync(context, isAway ? 503 : 204);
        using var admin = await Visitor.SignedInAsync(Server, Role.Admin);
        await admin.GetAsync("/admin/webhooks");
        await admin.SendAsync(
            "main form.desk-form", [("name", "paged"), ("address", receiver.Url), ("types", "headline_changed")]);
        Assert.StartsWith("whsec_", admin.Text(".secret-text"), StringComparison.Ordinal);

        var story = await HappensAsync(1);
        await Shared.UntilAsync("paged", status => status.Parked == 1);
        await admin.GetAsync("/admin/webhooks");
        Assert.Null(admin.Page.QuerySelector(".secret-text"));
        Assert.Contains(admin.Page.QuerySelectorAll(".parked"),
            parked => parked.TextContent.Contains("The receiver answered 503.", StringComparison.Ordinal));

        isAway = false;
        await admin.SendAsync(Button("Replay", "paged"), []);
        await admin.FollowAsync();
        Assert.Equal("What was parked for paged is tried again.", admin.Text(".flash"));
        await Shared.UntilAsync("paged", status => status is { Parked: 0, Waiting: 0 });
        Assert.Equal(WebhookServer.Attempts + 1, receiver.About(story).Count);

        await admin.GetAsync("/admin/webhooks");
        await admin.SendAsync(Button("Pause", "paged"), []);
        await admin.FollowAsync();
        await admin.SendAsync(Button("Remove", "paged"), []);
        await admin.FollowAsync();
        Assert.Equal("paged is removed.", admin.Text(".flash"));

        var notes = await Server.Services.GetRequiredService<SignInAudit>().ListAsync(new(), 500, Cancel);
        Assert.Equal(
            [SignInKind.WebhookAdded, SignInKind.WebhookReplayed, SignInKind.WebhookPaused, SignInKind.WebhookRemoved],
            notes.Where(note => note.Detail == "paged").OrderBy(note => note.Id).Select(note => note.Kind));
    }

    [Fact]
    public async Task What_is_refused_is_said_and_what_was_typed_stays()
    {
        using var admin = await Visitor.SignedInAsync(Server, Role.Admin);
        await admin.GetAsync("/admin/webhooks");
        await admin.SendAsync("main form.desk-form", [("name", "x"), ("address", "http://receiver.example/")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, admin.Status);
        Assert.StartsWith("An address must be", admin.Text(".error"), StringComparison.Ordinal);
        Assert.Equal("http://receiver.example/", admin.Value("#url"));
    }

    [Fact]
    public async Task Nobody_else_sees_the_page()
    {
        using var editor = await Visitor.SignedInAsync(Server, Role.Editor, Role.Auditor);
        await editor.GetAsync("/admin/webhooks");
        Assert.Equal(HttpStatusCode.Forbidden, editor.Status);
    }

    [Fact]
    public async Task Measurements_tell_how_far_each_has_come()
    {
        await using var receiver = await Receiver.StartAsync();
        await Shared.AddAsync("measured", receiver.Url);
        await Shared.Desk.PauseAsync("measured", Origin.Program, Cancel);

        var metrics = await Editor.GetStringAsync("/metrics", Cancel);

        Assert.Contains("ledger_follower_paused{follower=\"webhook:measured\"} 1\n", metrics, StringComparison.Ordinal);
        Assert.Contains("ledger_follower_parked_events{follower=\"webhook:measured\"} 0\n", metrics,
            StringComparison.Ordinal);
    }

    // The tests of the class share a server, and each has subscriptions of its own on the page.
    private static string Button(string handler, string webhook) =>
        $"form[action*={handler}]:has(input[value={webhook}])";
}
