using System.Diagnostics;
using System.Net;
using System.Text;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Serving
{
    private const string NoZone =
        "LEDGER_ZONE must be the IANA name of a time zone, such as Europe/Berlin, but is ";

    private static readonly HttpClient Http = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_site_is_served_until_it_is_told_to_stop()
    {
        await using var database = await TestDatabase.CreateAsync();
        using var server = new LedgerProgram(database.ConnectionString).Start("serve", "--urls", "http://127.0.0.1:0");
        var (address, _) = await ListensAsync(server);

        using var front = await Http.GetAsync(new Uri(address, "/"), Cancel);

        Assert.Equal(HttpStatusCode.OK, front.StatusCode);
        Assert.Equal(0, await StopAsync(server));
    }

    [Fact]
    public async Task The_site_has_the_name_the_language_the_clock_and_the_address_of_its_house()
    {
        await using var database = await TestDatabase.CreateAsync();
        await new LedgerProgram(database.ConnectionString).RunAsync(
            Encoding.UTF8.GetBytes(Sample.Story), "publish", "-");
        using var server = new LedgerProgram(database.ConnectionString)
            .With("LEDGER_TITLE", "The Ellery Post")
            .With("LEDGER_LANGUAGE", "ar")
            .With("LEDGER_ZONE", "Asia/Kathmandu")
            .With("LEDGER_ADDRESS", "https://ellery.example")
            .Start("serve", "--urls", "http://127.0.0.1:0");
        var (address, _) = await ListensAsync(server);

        var front = await Http.GetStringAsync(address, Cancel);
        var feed = await Http.GetStringAsync(new Uri(address, "/corrections.atom"), Cancel);

        Assert.Contains("<html lang=\"ar\" dir=\"rtl\">", front, StringComparison.Ordinal);
        Assert.Contains("<title>The Ellery Post</title>", front, StringComparison.Ordinal);
        Assert.Contains(">التصحيحات<", front, StringComparison.Ordinal);
        Assert.Contains("\u200E+5:45</time>", front, StringComparison.Ordinal);
        Assert.Contains("\"https://ellery.example/corrections.atom\"", feed, StringComparison.Ordinal);
        Assert.Equal(0, await StopAsync(server));
    }

    [Theory]
    [InlineData("LEDGER_LANGUAGE", "tlh", "LEDGER_LANGUAGE must be one of en, ar, but is 'tlh'.")]
    [InlineData("LEDGER_ADDRESS", "ellery", "LEDGER_ADDRESS must be like https://news.example, but is 'ellery'.")]
    [InlineData("LEDGER_ZONE", "CET", NoZone + "'CET'.")]
    [InlineData("LEDGER_ZONE", "Europe/Ellery", NoZone + "'Europe/Ellery'.")]
    [InlineData("LEDGER_ZONE", "right/Europe/Berlin", NoZone + "'right/Europe/Berlin'.")]
    [InlineData("LEDGER_ZONE", "Europe/../../../../etc/hostname", NoZone + "'Europe/../../../../etc/hostname'.")]
    public async Task A_setting_that_is_none_is_refused_in_a_sentence(string variable, string value, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync();

        var ran = await new LedgerProgram(database.ConnectionString).With(variable, value).RunAsync("serve");

        Assert.Equal((2, "", sentence), (ran.ExitCode, ran.Output, ran.Errors.TrimEnd()));
    }

    [Fact]
    public async Task A_machine_without_time_zones_says_so()
    {
        await using var database = await TestDatabase.CreateAsync();

        var ran = await new LedgerProgram(database.ConnectionString)
            .With("LEDGER_ZONE", "Europe/Berlin").With("TZDIR", "/nowhere").RunAsync("serve");

        Assert.Equal(
            (2, "", "LEDGER_ZONE is 'Europe/Berlin', but this machine knows no time zones: install tzdata."),
            (ran.ExitCode, ran.Output, ran.Errors.TrimEnd()));
    }

    [Fact]
    public async Task The_first_account_is_offered_by_a_link_while_there_is_none()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new LedgerProgram(database.ConnectionString);
        using (var server = program.Start("serve", "--urls", "http://127.0.0.1:0"))
        {
            var (address, _) = await ListensAsync(server);
            Assert.StartsWith("Nobody has an account yet.", await LineAsync(server), StringComparison.Ordinal);
            var link = (await LineAsync(server)).Trim();

            Assert.StartsWith($"{address}link/", link, StringComparison.Ordinal);
            var page = await Http.GetStringAsync(new Uri(link), Cancel);
            Assert.Contains("You become the administrator", page, StringComparison.Ordinal);
            Assert.Equal(0, await StopAsync(server));
            var log = await server.StandardError.ReadToEndAsync(Cancel);
            Assert.DoesNotContain(link.Split('/')[^1], log, StringComparison.Ordinal);
        }

        await program.RunAsync(
            Encoding.UTF8.GetBytes("a long enough password\n"),
            "user", "add", "ada", "--role", "admin", "--password-stdin");
        using var again = program.Start("serve", "--urls", "http://127.0.0.1:0");
        await ListensAsync(again);
        Assert.Equal(0, await StopAsync(again));
        Assert.Equal("", await again.StandardOutput.ReadToEndAsync(Cancel));
    }

    private static async Task<string> LineAsync(Process server) =>
        await server.StandardOutput.ReadLineAsync(Cancel) ?? throw new InvalidOperationException("It printed no more.");

    [Fact]
    public async Task A_sample_newsroom_is_seeded_once()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var program = new LedgerProgram(ledger.ConnectionString);

        var (first, printed) = await SeedAsync(program, ledger);
        var (second, again) = await SeedAsync(program, ledger);

        Assert.Contains("editor-demo-password", printed, StringComparison.Ordinal);
        Assert.Equal(printed, again);
        Assert.True(first > 20);
        Assert.Equal(first, second);
        var types = await ledger.Store.ReadAllAsync(0, null, Cancel)
            .Select(recorded => recorded.Type).ToListAsync(Cancel);
        Assert.Equal(
            [
                "article_retracted", "article_revised", "article_withdrawn", "attribution_changed", "caption_edited",
                "correction_approved", "correction_drafted", "correction_issued", "correction_published",
                "correction_submitted", "headline_changed", "slug_changed", "story_published",
            ],
            types.Distinct().Order(StringComparer.Ordinal));
        var wire = await program.DoneAsync("show", "varda-pass-border-post");
        Assert.Contains("There were nine strikes near Halme alone", wire.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_that_has_stories_gets_no_sample()
    {
        await using var ledger = await TestLedger.CreateAsync();
        var program = new LedgerProgram(ledger.ConnectionString);
        await program.RunAsync(Encoding.UTF8.GetBytes(Sample.Story), "publish", "-");

        var (head, printed) = await SeedAsync(program, ledger);

        Assert.Equal((1, "The ledger is not empty, so no sample newsroom was added.\n"), (head, printed));
    }

    [Fact]
    public async Task An_address_where_nobody_can_listen_is_bad_usage()
    {
        await using var database = await TestDatabase.CreateAsync();
        var program = new LedgerProgram(database.ConnectionString);

        var ran = await program.RunAsync("serve", "--urls", "nonsense");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("The server cannot listen there: ", ran.Errors, StringComparison.Ordinal);
    }

    private static async Task<(long Head, string Printed)> SeedAsync(LedgerProgram program, TestLedger ledger)
    {
        using var server = program.Start("serve", "--demo", "--urls", "http://127.0.0.1:0");
        var (address, printed) = await ListensAsync(server);
        using var picture = await Http.GetAsync(new Uri(address, "/demo/varda-pass.svg"), Cancel);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.Equal(0, await StopAsync(server));
        return (await ledger.Store.GetHeadAsync(Cancel), printed);
    }

    /// <returns>The address, and what was printed before it.</returns>
    private static async Task<(Uri Address, string Printed)> ListensAsync(Process server)
    {
        const string Sign = "Ledger listens on ";
        var printed = new StringBuilder();
        while (await server.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith(Sign, StringComparison.Ordinal))
                return (new(line[Sign.Length..]), printed.ToString());

            printed.Append(line).Append('\n');
        }

        throw new InvalidOperationException($"The server ended: {await server.StandardError.ReadToEndAsync(Cancel)}");
    }

    private static async Task<int> StopAsync(Process server)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]))
            await kill.WaitForExitAsync(Cancel);

        await server.WaitForExitAsync(Cancel);
        return server.ExitCode;
    }
}
