using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Ledger.Application.People;
using Microsoft.Playwright;

namespace Ledger.Web.Tests.Browser;

/// <summary>
/// What holds for every page, for readers and at the desk, by day and by night, on a phone and on a screen.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPage(Chromium chromium)
{
    private const int PhoneWidth = 360;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_and_a_phone_shows_all(bool isDark)
    {
        await using var server = await WebServer.StartAsync(new());
        var pages = await Site.FillAsync(server);
        var reader = await chromium.OpenAsync(server, isDark: isDark, hasScript: true);
        var editor = await chromium.OpenAsync(server, isDark: isDark, hasScript: true);
        await editor.SignInAsync(server, Role.Editor);
        var auditor = await chromium.OpenAsync(server, isDark: isDark, hasScript: true);
        await auditor.SignInAsync(server, Role.Auditor);
        var admin = await chromium.OpenAsync(server, isDark: isDark, hasScript: true);
        await admin.SignInAsync(server, Role.Admin);
        var link = await SitePeople.FillAsync(server);

        List<string> problems = [];
        foreach (var (page, name, path) in pages.Select(page => (reader, page.Name, page.Path))
            .Concat(Site.DeskPages.Select(page => (editor, page.Name, page.Path)))
            .Concat(SitePeople.Pages.Select(page => (admin, page.Name, page.Path)))
            .Append((reader, "link", link)).Append((reader, "link-over", "/link/used-up"))
            .Append((auditor, "forbidden", "/desk")))
        {
            problems.AddRange(await LookAsync(page, isDark ? $"{name}-dark" : name, path, isDark));
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task A_house_that_writes_from_right_to_left_has_pages_as_good()
    {
        await using var server = await WebServer.StartAsync(new() { Title = "بريد فيليس", Language = "ar" });
        var pages = await Site.FillAsync(server);
        var reader = await chromium.OpenAsync(server, hasScript: true);

        List<string> problems = [];
        foreach (var (name, path) in pages)
            problems.AddRange(await LookAsync(reader, $"house-{name}", path, isDark: false));

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<IEnumerable<string>> LookAsync(IPage page, string name, string path, bool isDark)
    {
        await page.SetViewportSizeAsync(1280, 900);
        await page.GotoAsync(path);
        await page.KeepPictureAsync($"all/{name}");

        // By night only the colours are others.
        var axe = await page.RunAxe(isDark ? new() { RunOnly = RunOnlyOptions.Rules("color-contrast") } : null);
        await page.SetViewportSizeAsync(PhoneWidth, 740);
        await page.KeepPictureAsync($"all/{name}-phone");
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var problems = axe.Violations.Select(violation => $"{path}: {Describe(violation)}");
        return width > PhoneWidth ? problems.Append($"{path}: {width} pixels wide on a phone") : problems;
    }

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id}, {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
