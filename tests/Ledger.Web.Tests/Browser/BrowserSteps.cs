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

    /// <summary>Keeps a picture of the page where <c>LEDGER_SCREENSHOTS</c> names a folder for it.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name, bool whole = true)
    {
        if (Environment.GetEnvironmentVariable("LEDGER_SCREENSHOTS") is not { Length: > 0 } folder)
            return;

        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, name + ".png"), FullPage = whole });
    }
}
