using Ledger.Application.People;

namespace Ledger.Web.Tests.Browser;

/// <summary>
/// The pictures of the README: <c>LEDGER_SCREENSHOTS=docs/screenshots ./ops/test</c> takes them anew.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class Pictures(Chromium chromium)
{
    [Fact]
    public async Task History_comparison_and_desk_are_pictured()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("LEDGER_SCREENSHOTS") is { Length: > 0 },
            "LEDGER_SCREENSHOTS names no folder for the pictures.");
        await using var server = await WebServer.StartAsync(new() { Title = "The Velis Courier" });
        await Site.FillAsync(server);
        var reader = await chromium.OpenAsync(server, width: 1180, height: 860);
        var editor = await chromium.OpenAsync(server, width: 1180, height: 860);
        await editor.SignInAsync(server, Role.Editor);

        foreach (var (name, page, path) in new[]
        {
            ("history", reader, $"/stories/{Site.Slug}/history"),
            ("compare", reader, $"/stories/{Site.Slug}/compare/1...7"),
            ("correct", editor, $"/desk/stories/{Site.Slug}/correct"),
        })
        {
            await page.GotoAsync(path);
            await page.KeepPictureAsync(name, whole: false);
        }
    }
}
