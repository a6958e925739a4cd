using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.Web.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>
/// An error from the reader who saw it to the public correction and its amendment: a reader, an editor and a standards
/// editor, each in a browser of their own, under the default policy of the house.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class CorrectionsWay(Chromium chromium)
{
    private const string Note = "An earlier version of this article misstated the length of the breach. It was fourteen"
        + " metres, not forty metres.";

    private const string Better = Note + " The error stood in the first paragraph.";

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_report_becomes_a_correction_that_two_people_agree_to_and_a_third_can_follow(int width)
    {
        await using var server = await WebServer.StartAsync(
            new() { Intake = new() { ShortestFilling = TimeSpan.Zero } }, HousePolicy.Default);
        await server.PublishAsync(WireStory.Article, Site.Slug);
        var reader = await chromium.OpenAsync(server, width, hasScript: true);
        var editor = await chromium.OpenAsync(server, width, hasScript: true);
        var standards = await chromium.OpenAsync(server, width, hasScript: true);
        await editor.SignInAsync(server, Role.Editor);
        await standards.SignInAsync(server, Role.Standards);

        await ReportAsync(reader);
        await TriageAsync(editor);
        await DraftAsync(editor);
        await CannotApproveOwnAsync(editor);
        await ApproveAsync(standards);
        await CloseAsync(editor);
        await AmendAsync(standards);
        await FollowAsync(reader);
    }

    private static async Task ReportAsync(IPage reader)
    {
        await reader.GotoAsync($"/stories/{Site.Slug}");
        await reader.MarkAsync(".body", "forty metres");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Report an error" }).ClickAsync();
        await reader.GetByLabel("What is wrong, and what is right").FillAsync("The sea took fourteen metres.");
        await reader.PressAsync("Send the report");
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Received");
        await reader.InspectAsync("way-receipt");
    }

    private static async Task TriageAsync(IPage editor)
    {
        await editor.GotoAsync("/desk");
        await editor.InspectAsync("way-desk");
        await editor.GetByRole(AriaRole.Link, new() { Name = "Reports", Exact = true }).ClickAsync();
        await editor.Locator(".report-row h2 a").ClickAsync();
        await editor.GetByLabel("Kind of error").SelectOptionAsync("factual-error");
        await editor.PressAsync("Save");
        await Expect(editor.Locator(".report-log li")).ToHaveCountAsync(2);
        await editor.InspectAsync("way-triaged");
    }

    private static async Task DraftAsync(IPage editor)
    {
        await editor.GetByRole(AriaRole.Link, new() { Name = "Correct the story" }).ClickAsync();
        await Expect(editor.GetByLabel("Wrong fact")).ToBeCheckedAsync();
        await Expect(editor.GetByLabel("Wrong, as it stands in the story")).ToHaveValueAsync("forty metres");
        await editor.MarkAsync(".beside .body", "forty metres");
        await editor.PressAsync("Take the words marked in the story");
        await Expect(editor.GetByLabel("Where")).ToHaveValueAsync("Body");
        await editor.GetByLabel("Right", new() { Exact = true }).FillAsync("fourteen metres");
        await editor.GetByLabel("Note, for readers").FillAsync(Note);
        await editor.GetByLabel("How it came about").SelectOptionAsync("SourceSupplied");
        await editor.InspectAsync("way-composer");
        await editor.PressAsync("Preview");
        await Expect(editor.Locator(".preview del").First).ToContainTextAsync("forty");
        await editor.InspectAsync("way-preview");
        await editor.PressAsync("Publish the correction");
        await Expect(editor.GetByRole(AriaRole.Status)).ToContainTextAsync("a second person has to approve it");
        await editor.InspectAsync("way-submitted");
    }

    private static async Task CannotApproveOwnAsync(IPage editor)
    {
        await editor.PressAsync("Approve");
        await Expect(editor.GetByRole(AriaRole.Alert)).ToContainTextAsync("an approver is never the drafter");
        await editor.InspectAsync("way-own");
    }

    private static async Task ApproveAsync(IPage standards)
    {
        await standards.GotoAsync("/desk");
        await standards.GetByRole(AriaRole.Region, new() { Name = "Waiting for approval" })
            .GetByRole(AriaRole.Link).ClickAsync();
        await Expect(standards.Locator(".preview").Last).ToContainTextAsync("misstated the length");
        await standards.InspectAsync("way-approval");
        await standards.PressAsync("Approve");
        await Expect(standards.GetByRole(AriaRole.Status)).ToHaveTextAsync("Published.");
        await standards.InspectAsync("way-approved");
    }

    private static async Task CloseAsync(IPage editor)
    {
        await editor.GotoAsync("/desk/reports");
        await editor.Locator(".report-row h2 a").ClickAsync();
        await editor.PressAsync("Close as corrected");
        await Expect(editor.GetByText("The correction", new() { Exact = true })).ToBeVisibleAsync();
        await editor.GotoAsync("/desk/drafts");
        await Expect(editor.GetByText("Nothing is waiting.")).ToBeVisibleAsync();
        await editor.InspectAsync("way-nothing-waits");
    }

    private static async Task AmendAsync(IPage standards)
    {
        await standards.GetByRole(AriaRole.Link, new() { Name = "Amend or withdraw it" }).ClickAsync();
        await standards.GetByLabel("The note as it is to be").FillAsync(Better);
        await standards.GetByLabel("Reason, for readers").FillAsync("The note did not say where the error stood.");
        await standards.InspectAsync("way-amend");
        await standards.PressAsync("Amend the note");
        await Expect(standards.Locator(".notes")).ToContainTextAsync("The error stood in the first paragraph.");
    }

    private static async Task FollowAsync(IPage reader)
    {
        await reader.ReloadAsync();
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Corrected");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Read the correction" }).ClickAsync();
        await Expect(reader.Locator("main")).ToContainTextAsync(Better);
        await Expect(reader.Locator("main")).ToContainTextAsync("The note did not say where the error stood.");
        await Expect(reader.Locator("main")).ToContainTextAsync("two people");
        await Expect(reader.Locator("main")).Not.ToContainTextAsync("supplied", new() { IgnoreCase = true });
        await reader.InspectAsync("way-correction");
        await reader.GotoAsync($"/stories/{Site.Slug}");
        await Expect(reader.Locator(".body")).ToContainTextAsync("fourteen metres");
        await reader.InspectAsync("way-story");
    }
}
