using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>A reader who comes back sees what changed, why, and what it was before; on a phone, too.</summary>
[Collection(BrowserTests.Name)]
public sealed class ReturningWay(Chromium chromium)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task From_what_changed_to_the_reason_and_back_through_time(int width)
    {
        await using var server = await WebServer.StartAsync(new());
        await Site.FillAsync(server);
        var reader = await chromium.OpenAsync(server, width, hasScript: true);

        await reader.GotoAsync($"/stories/{Site.Slug}?since=5");
        await Expect(reader.Locator(".since .correction")).ToHaveCountAsync(2);
        await reader.InspectAsync("returning-since");

        await reader.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Origins" }).ClickAsync();
        await reader.Locator(".phrase", new() { HasText = "fourteen" }).ClickAsync();
        await Expect(reader.Locator("li:target .change-title")).ToHaveTextAsync("Correction: wrong fact");
        await reader.InspectAsync("returning-origin");

        await reader.GotoAsync($"/stories/{Site.Slug}/revisions/6");
        await reader.InspectAsync("returning-version");
        await reader.Locator(".through-time a[rel=first]").ClickAsync();
        await Expect(reader.Locator(".past-number")).ToHaveTextAsync("1");

        await reader.GotoAsync($"/stories/{Site.Slug}/compare/1...7?view=side");
        await reader.InspectAsync("returning-sides");
        await reader.GotoAsync("/corrections?q=overstating");
        await Expect(reader.Locator(".corrections > li")).ToHaveCountAsync(1);
        await reader.InspectAsync("returning-corrections");
    }
}
