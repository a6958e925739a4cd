using System.Net;
using Ledger.Application.Fixes;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Fixes;
using Ledger.Domain.Stories;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Pages;

/// <summary>What becomes of a proposed fix that is not published.</summary>
public sealed class FixPages(WebServer server) : IClassFixture<WebServer>
{
    private static readonly Article Before = Newsroom.Short("The pier", "It cost 9 million.");
    private static readonly Article After = Newsroom.Short("The pier", "It cost 7 million.");

    [Fact]
    public async Task It_is_rejected_with_a_reason_and_waits_no_more()
    {
        var fix = await ProposeAsync("pier-rejected");
        using var standards = await Visitor.SignedInAsync(server, Role.Standards);
        await standards.GetAsync(fix);

        await standards.SendAsync(".desk-form", [("reason", "")], ("do", "reject"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, standards.Status);
        Assert.Equal("This needs a reason.", standards.Text("#problem"));

        await standards.SendAsync(".desk-form", [("reason", "It did cost <9>.")], ("do", "reject"));
        await standards.FollowAsync();
        Assert.Equal("Rejected", standards.Text(".mark"));
        Assert.Contains("It did cost <9>.", standards.Text(".notice"), StringComparison.Ordinal);
        Assert.Null(standards.Page.QuerySelector(".desk-form"));
        await standards.GetAsync("/desk/drafts");
        Assert.Null(standards.Page.QuerySelector($"a[href='{fix}']"));
    }

    [Fact]
    public async Task One_that_the_story_has_overtaken_cannot_be_approved()
    {
        var fix = await ProposeAsync("pier-overtaken");
        using var standards = await Visitor.SignedInAsync(server, Role.Standards);
        await standards.GetAsync(fix);
        var before = standards.Page;
        await server.Story("pier-overtaken").HeadlineAsync("The new pier", null, "More came in.");

        await standards.SendAsync(".desk-form", [], ("do", "approve"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, standards.Status);
        Assert.StartsWith("The story has changed since", standards.Text("#problem"), StringComparison.Ordinal);

        await standards.GetAsync(fix);
        Assert.Equal("Out of date", standards.Text(".mark"));
        Assert.Null(standards.Page.QuerySelector("button[value=approve]"));
        Assert.NotNull(before.QuerySelector("button[value=approve]"));
    }

    [Fact]
    public async Task One_that_another_has_decided_meanwhile_is_shown_as_it_is_now()
    {
        var fix = await ProposeAsync("pier-decided");
        using var late = await Visitor.SignedInAsync(server, Role.Standards);
        using var first = await Visitor.SignedInAsync(server, Role.Standards);
        await late.GetAsync(fix);
        await first.GetAsync(fix);
        await first.SendAsync(".desk-form", [("reason", "It did cost 9.")], ("do", "reject"));

        await late.SendAsync(".desk-form", [("reason", "No.")], ("do", "reject"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.Status);
        Assert.Contains("has changed since you opened it", late.Text("#problem"), StringComparison.Ordinal);
        Assert.Contains("It did cost 9.", late.Text(".notice"), StringComparison.Ordinal);
        await first.GetAsync(fix);
        Assert.Contains("It did cost 9.", first.Text(".notice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_page_for_what_nobody_proposed_or_for_who_edits_nothing()
    {
        var fix = await ProposeAsync("pier-forbidden");
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);
        await auditor.GetAsync(fix);
        Assert.Equal(HttpStatusCode.Forbidden, auditor.Status);

        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync($"/desk/fixes/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, editor.Status);
    }

    private async Task<string> ProposeAsync(string slug)
    {
        await server.PublishAsync(Before, slug);
        var outcome = await server.Services.GetRequiredService<IMediator>().Send(
            new ProposeFix(slug, After, null) { Actor = Newsroom.Editor }, TestContext.Current.CancellationToken);
        var done = Assert.IsType<StreamOutcome<Fix?>.Done>(outcome);
        return $"/desk/fixes/{done.Id}";
    }
}
