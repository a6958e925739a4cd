using Ledger.Application.People;
using Ledger.Web.Tests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledger.Web.Tests.Browser;

/// <summary>The whole way of a wire story in a browser that runs no script.</summary>
[Collection(BrowserTests.Name)]
public sealed class EditorsWay(Chromium chromium, WebServer server) : IClassFixture<WebServer>
{
    [Fact]
    public async Task A_wire_story_is_published_revised_corrected_credited_and_captioned_without_script()
    {
        var page = await chromium.OpenAsync(server);
        await page.SignInAsync(server, Role.Editor);
        await PublishAsync(page);
        await ReviseAsync(page);
        await CorrectAsync(page);
        await AttributeAsync(page);
        await CaptionAsync(page);
        await ReadHistoryAsync(page);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "New story" }).ClickAsync();
        await page.GetByLabel("Headline").FillAsync(WireStory.Headline);
        await page.GetByLabel("Standfirst").FillAsync(WireStory.Standfirst);
        await page.GetByLabel("Dateline").FillAsync(WireStory.Dateline);
        await page.GetByLabel("Role of credit 1").SelectOptionAsync("Agency");
        await page.GetByLabel("Name of credit 1").FillAsync("Coastal Press");
        await page.GetByLabel("Words of block 1").FillAsync(
            $"{WireStory.Note}\n\n{WireStory.Body}\n\n{WireStory.Credits}");
        await page.PressAsync("Split into paragraphs");
        await Expect(page.GetByLabel("Words of block 24")).ToHaveValueAsync(WireStory.Credits);

        // The note becomes one, and the photograph goes above it: added below, then moved up.
        await page.GetByLabel("Kind of block 1", new() { Exact = true }).SelectOptionAsync("Note");
        await page.Locator(".block-add summary").First.ClickAsync();
        await page.Locator(".block").First.GetByRole(AriaRole.Button, new() { Name = "Picture" }).ClickAsync();
        await page.GetByLabel("Move block 2 up").ClickAsync();
        var picture = page.GetByRole(AriaRole.Group, new() { Name = "Block 1", Exact = true });
        await picture.GetByLabel("Address of the picture").FillAsync("/samples/harbour.svg");
        await picture.GetByLabel("What it shows").FillAsync("Two men carry a sandbag past a broken sea wall.");
        await picture.GetByLabel("Caption").FillAsync(WireStory.Caption);
        await picture.GetByLabel("Credit").FillAsync("Tomas Ardel/Coastal Press");
        await page.PressAsync("Preview");
        await Expect(page.Locator(".preview .body > p")).ToHaveCountAsync(24);
        await page.PressAsync("Publish");

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(WireStory.Headline);
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The story is published.");
        await Expect(page.Locator(".body > p").Nth(1)).ToContainTextAsync("PORT VELIS — The sea took forty metres");
    }

    private static async Task ReviseAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Revise" }).ClickAsync();
        var block = page.GetByLabel("Words of block 3", new() { Exact = true });
        await block.FillAsync(
            await block.InputValueAsync() + "\n\nBy Sunday evening a ferry had taken 300 people off the quay.");
        await page.GetByLabel("Reason, for readers").FillAsync("Adds the number of people taken off the quay.");
        await page.PressAsync("Show what will change");
        await Expect(page.Locator(".preview ins")).ToContainTextAsync("taken 300 people off");
        await Expect(page.Locator(".preview .diff-row:not(.same)")).ToHaveCountAsync(1);
        await page.PressAsync("Publish the revision");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("The revision is published.");
    }

    private static async Task CorrectAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct", Exact = true }).ClickAsync();
        await page.GetByLabel("Wrong fact").CheckAsync();
        await page.GetByLabel("Wrong, as it stands in the story").FillAsync("forty metres");
        await page.GetByLabel("Right", new() { Exact = true }).FillAsync("fourteen metres");
        await page.GetByLabel("Note, for readers").FillAsync(
            "An earlier version of this article overstated the breach.");
        await page.PressAsync("Preview");
        await Expect(page.Locator(".preview del")).ToContainTextAsync("forty");
        await page.PressAsync("Publish the correction");
        await Expect(page.Locator(".notes")).ToContainTextAsync("overstated the breach");
        await Expect(page.Locator(".body")).ToContainTextAsync("fourteen metres");
    }

    private static async Task AttributeAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Attribution" }).ClickAsync();
        await page.GetByLabel("What is credited to the wrong name").SelectOptionAsync(
            new SelectOptionValue { Label = "Agency: Coastal Press" });
        await page.GetByLabel("Right name").FillAsync("Northern Wire");
        await page.GetByLabel("Reason, for readers").FillAsync("The text came from another agency.");
        await page.PressAsync("Publish the change");
        await Expect(page.Locator(".byline")).ToContainTextAsync("Northern Wire");
    }

    private static async Task CaptionAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Caption" }).ClickAsync();
        await page.GetByLabel("Caption", new() { Exact = true }).FillAsync("Residents carry a sandbag past the wall.");
        await page.GetByLabel("Credit", new() { Exact = true }).FillAsync("Tomas Ardal/Coastal Press");
        await page.GetByLabel("Reason, for readers").FillAsync("They are not fishermen, and his name was misspelled.");
        await page.PressAsync("Publish the caption");
        await Expect(page.Locator("figcaption").First).ToContainTextAsync("Residents carry a sandbag");
    }

    private static async Task ReadHistoryAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "History", Exact = true }).ClickAsync();
        await Expect(page.Locator(".change-title")).ToHaveTextAsync(
            ["Caption edited", "Attribution changed", "Correction: wrong fact", "Update", "First published"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "What changed (Version 3)" }).ClickAsync();
        await Expect(page.Locator(".diff del")).ToContainTextAsync("forty");
        await Expect(page.Locator(".diff ins")).ToContainTextAsync("fourteen");
    }
}
