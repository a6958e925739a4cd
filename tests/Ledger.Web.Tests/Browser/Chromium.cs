using Microsoft.Playwright;

namespace Ledger.Web.Tests.Browser;

/// <summary>One real browser for all tests that need it, found on this machine and never downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private IPlaywright? playwright;
    private IBrowser? browser;

    private IBrowser Running => browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async ValueTask InitializeAsync()
    {
        var path = Find() ?? throw new InvalidOperationException(
            "These tests need a browser: install chromium (apt-get install chromium), or name it in LEDGER_CHROMIUM.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none", "--hide-scrollbars"],
        });
    }

    /// <summary>A window of its own, without script, as the pages promise to work.</summary>
    public async Task<IPage> OpenAsync(
        WebServer server, int width = 1280, int height = 900, bool isDark = false, bool hasScript = false)
    {
        var context = await Running.NewContextAsync(new()
        {
            BaseURL = server.BaseAddress.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.CloseAsync();

        playwright?.Dispose();
    }

    private static string? Find() => Environment.GetEnvironmentVariable("LEDGER_CHROMIUM") is { Length: > 0 } named
        ? named
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}

/// <summary>Tests that share the browser run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "Browser";
}
