using Deque.AxeCore.Playwright;
using Ledger.Application.People;
using Microsoft.Playwright;

namespace Ledger.Web.Tests.Browser;

/// <summary>What people do in a browser again and again.</summary>
internal static class BrowserSteps
{
    public static async Task SignInAsync(this IPage page, WebServer server, params Role[] roles)
    {
        var account = await server.AddAccountAsync(roles);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Name").FillAsync(account.Name);
        await page.GetByLabel("Password").FillAsync(WebServer.Password);
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public static Task PressAsync(this IPage page, string button) =>
        page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Holds the page that is open to what axe asks, and to its width.</summary>
    public static async Task InspectAsync(this IPage page, string name)
    {
        var width = page.ViewportSize!.Width;
        await page.KeepPictureAsync(FormattableString.Invariant($"{name}-{width}"));
        var found = await page.RunAxe();
        Assert.Empty(found.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Nodes[0].Html}"));
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.True(wide <= width, $"{name} is {wide} pixels wide in a window of {width}.");
    }

    /// <summary>Marks words of the page as a reader does with the mouse.</summary>
    public static Task MarkAsync(this IPage page, string selector, string words) => page.EvaluateAsync("""
        ([selector, words]) => {
          const walker = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
            return;
          }
          throw new Error(`No ${words} in ${selector}`);
        }
        """, new[] { selector, words });

    /// <summary>Keeps a picture of the page where <c>LEDGER_SCREENSHOTS</c> names a folder for it.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("LEDGER_SCREENSHOTS") is not { Length: > 0 } folder)
            return;

        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }
}
