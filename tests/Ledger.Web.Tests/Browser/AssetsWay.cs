using Deque.AxeCore.Playwright;
using Ledger.Application.People;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>A picture corrected once by two people, in a browser that runs no script of ours.</summary>
[Collection(BrowserTests.Name)]
public sealed class AssetsWay(Chromium chromium)
{
    private const string Url = "/samples/harbour.svg";
    private const string Note = "A caption misstated the day of the picture. It was Monday, not Sunday.";

    [Fact]
    public async Task Two_people_correct_a_picture_in_the_stories_that_use_it_and_waive_the_one_that_says_otherwise()
    {
        await using var server = await WebServer.StartAsync(new(), HousePolicy.Default);
        await PublishAsync(server, "Sea wall gives way", "wall", "The harbour of Port Velis on Sunday");
        await PublishAsync(server, "Quay stays shut", "quay", "The harbour of Port Velis on Sunday");
        await PublishAsync(server, "A short history of the pier", "pier", "The harbour in <spring>");
        await PublishAsync(server, "Published too early", "early", "The harbour of Port Velis on Sunday");
        await server.Story("early").WithdrawAsync("This article was published by mistake.");
        var editor = await chromium.OpenAsync(server, hasScript: true);
        await editor.SignInAsync(server, Role.Editor);
        await editor.GotoAsync("/desk/assets?q=nothing+like+it");
        await LookAsync(editor, "assets-none");

        await editor.GotoAsync("/desk");
        await editor.GetByRole(AriaRole.Link, new() { Name = "Pictures" }).ClickAsync();
        await Expect(editor.Locator(".desk-row")).ToContainTextAsync("used by 4 stories");
        await LookAsync(editor, "assets");
        await editor.Locator(".desk-row h2 a").ClickAsync();
        await LookAsync(editor, "asset-new");
        await ProposeAsync(editor);
        await LookAsync(editor, "asset-proposed");
        await editor.PressAsync("Approve and publish in each story");
        await Expect(editor.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else has to approve this");

        var standards = await chromium.OpenAsync(server, hasScript: true);
        await standards.SignInAsync(server, Role.Standards);
        await standards.GotoAsync("/desk/assets?open=true");
        await standards.Locator(".desk-row h2 a").ClickAsync();
        await standards.PressAsync("Approve and publish in each story");
        await Expect(standards.GetByText("The correction", new() { Exact = true })).ToHaveCountAsync(2);
        await Expect(standards.Locator("main")).ToContainTextAsync(
            "do not stand beside the picture in this story, where it says 'The harbour in <spring>'");
        await Expect(standards.Locator("main")).ToContainTextAsync("The story is withdrawn");
        await LookAsync(standards, "asset-published");

        await WaiveAsync(standards);
        await standards.GotoAsync("/stories/wall");
        await Expect(standards.Locator(".notes")).ToContainTextAsync(Note);
        await Expect(standards.Locator("figcaption").First).ToContainTextAsync("on Monday");
    }

    [Fact]
    public async Task Readers_are_told_that_it_is_not_for_them_and_what_is_not_there_is_not_found()
    {
        await using var server = await WebServer.StartAsync(new());
        using var reader = await Visitor.SignedInAsync(server, Role.Reader);
        await reader.GetAsync("/desk/assets");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, reader.Status);

        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync($"/desk/assets/{Guid.NewGuid()}");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, editor.Status);
        await editor.GetAsync("/desk/assets");
        Assert.Equal("No story uses a picture yet.", editor.Text(".empty-title"));
    }

    private static async Task ProposeAsync(IPage page)
    {
        await page.GetByLabel("Caption: wrong words").FillAsync("on Sunday");
        await page.GetByLabel("Caption: right words").FillAsync("on Monday");
        await page.PressAsync("Propose the correction");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("A correction needs a public note.");
        await Expect(page.GetByLabel("Caption: wrong words")).ToHaveValueAsync("on Sunday");
        await page.GetByLabel("The public note, for each story").FillAsync(Note);
        await page.PressAsync("Propose the correction");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("a second person has to approve it");
    }

    private static async Task WaiveAsync(IPage page)
    {
        var pier = page.Locator("li").Filter(new() { HasText = "A short history of the pier" })
            .Filter(new() { Has = page.GetByRole(AriaRole.Button, new() { Name = "Waive it" }) }).Last;
        await pier.GetByLabel("Why the story need not be corrected").FillAsync("It is another spring.");
        await pier.GetByRole(AriaRole.Button, new() { Name = "Waive it" }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Waived: It is another spring.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Waive it" })).ToHaveCountAsync(1);
    }

    private static async Task PublishAsync(WebServer server, string headline, string slug, string caption) =>
        await server.PublishAsync(
            Newsroom.Short(headline, "Words.") with
            {
                Blocks =
                [
                    new() { Id = "", Type = BlockType.Paragraph, Text = "Words." },
                    new()
                    {
                        Id = "",
                        Type = BlockType.Image,
                        Url = Url,
                        Alt = "A harbour",
                        Caption = caption,
                        Credit = "Tomas Ardel",
                    },
                ],
            },
            slug);

    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var width in new[] { 1280, 360 })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.KeepPictureAsync($"{name}-{width}");
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, name);
            Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{name}: {violation.Help}"));
        }
    }
}
