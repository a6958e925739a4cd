using Ledger.Application.People;
using Ledger.Web.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>From the words that a reader selects to the receipt that says what became of them.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReportersWay(Chromium chromium)
{
    [Theory]
    [InlineData(true, 1280, false)]
    [InlineData(false, 360, true)]
    public async Task A_report_is_made_taken_up_and_answered(bool hasScript, int width, bool isDark)
    {
        await using var server = await WebServer.StartAsync(
            new() { Intake = new() { ShortestFilling = TimeSpan.Zero } });
        await server.PublishAsync(WireStory.Article, Site.Slug);
        var reader = await chromium.OpenAsync(server, width, isDark: isDark, hasScript: hasScript);
        var editor = await chromium.OpenAsync(server, width, isDark: isDark, hasScript: true);
        await editor.SignInAsync(server, Role.Editor);
        await LookAsync(editor, "/desk/reports", "reports-none");

        await reader.GotoAsync($"/stories/{Site.Slug}");
        if (hasScript)
            await reader.MarkAsync(".body", "forty metres");

        await reader.GetByRole(AriaRole.Link, new() { Name = "Report an error" }).ClickAsync();
        await Expect(reader.GetByLabel("The words in question")).ToHaveValueAsync(
            hasScript ? "forty metres" : "");
        if (hasScript)
            await reader.InspectAsync("report-form");
        else
            await reader.GetByLabel("The words in question").FillAsync("forty metres");

        await reader.GetByLabel("What is wrong, and what is right").FillAsync("The sea took fourteen metres.");
        await reader.GetByLabel("Name").FillAsync("Ada Marsh");
        await reader.PressAsync("Send the report");
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Received");
        await reader.KeepPictureAsync(FormattableString.Invariant($"receipt-{width}"));

        await editor.GotoAsync("/desk/reports");
        await editor.InspectAsync("reports");
        await editor.Locator(".report-row h2 a").ClickAsync();
        await editor.InspectAsync("report");
        await editor.PressAsync("Save");
        await Expect(editor.Locator(".report-log li")).ToHaveCountAsync(2);
        await server.Story(Site.Slug).CorrectAsync("forty metres", "fourteen metres", "It was fourteen metres.");
        await editor.ReloadAsync();
        await editor.PressAsync("Close as corrected");
        await Expect(editor.GetByText("The correction")).ToBeVisibleAsync();
        await editor.PressAsync("Erase the contact");
        await Expect(editor.GetByText("Ada Marsh")).ToHaveCountAsync(0);
        await editor.InspectAsync("report-closed");
        await LookAsync(editor, "/desk/metrics", "metrics");

        await reader.ReloadAsync();
        await Expect(reader.Locator("h1")).ToHaveTextAsync("Corrected");
        await reader.GetByRole(AriaRole.Link, new() { Name = "Read the correction" }).ClickAsync();
        await Expect(reader.Locator("main")).ToContainTextAsync("It was fourteen metres.");
    }

    private static async Task LookAsync(IPage page, string path, string name)
    {
        await page.GotoAsync(path);
        await page.InspectAsync(name);
    }
}
