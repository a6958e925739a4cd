using Ledger.Application.People;
using Ledger.Web.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>A minor fix that changes a figure: its editor cannot publish it alone, and readers are told.</summary>
[Collection(BrowserTests.Name)]
public sealed class FixesWay(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task A_fix_that_is_more_than_style_waits_for_a_second_person(int width)
    {
        await using var server = await WebServer.StartAsync(new());
        await server.PublishAsync(WireStory.Article, Site.Slug);
        var editor = await chromium.OpenAsync(server, width, hasScript: true);
        var standards = await chromium.OpenAsync(server, width, hasScript: true);
        await editor.SignInAsync(server, Role.Editor);
        await standards.SignInAsync(server, Role.Standards);

        await editor.GotoAsync($"/desk/stories/{Site.Slug}/revise");
        var block = editor.GetByLabel("Words of block 3", new() { Exact = true });
        await block.FillAsync(
            (await block.InputValueAsync()).Replace("forty", "fourteen", StringComparison.Ordinal));
        await editor.GetByLabel("Minor fix").CheckAsync();
        await editor.PressAsync("Publish the revision");
        await Expect(editor.GetByRole(AriaRole.Alert)).ToContainTextAsync("This is more than a minor fix");
        await editor.InspectAsync("fix-refused");
        await editor.PressAsync("Ask a second person");
        await Expect(editor.GetByRole(AriaRole.Status)).ToContainTextAsync("a second person has to look at it");
        await editor.InspectAsync("fix-proposed");
        await editor.PressAsync("Approve and publish");
        await Expect(editor.GetByRole(AriaRole.Alert)).ToContainTextAsync("This needs one of the roles standards");

        await standards.GotoAsync("/desk");
        await standards.InspectAsync("fix-desk");
        await standards.GetByRole(AriaRole.Region, new() { Name = "Minor fixes that need a second person" })
            .GetByRole(AriaRole.Link).ClickAsync();
        await Expect(standards.Locator(".preview ins")).ToContainTextAsync("fourteen");
        await standards.PressAsync("Approve and publish");
        await Expect(standards.GetByRole(AriaRole.Status)).ToHaveTextAsync("The fix is published.");
        await standards.GotoAsync($"/stories/{Site.Slug}/history");
        await Expect(standards.Locator("main")).ToContainTextAsync("second person");
        await standards.InspectAsync("fix-history");
    }
}
