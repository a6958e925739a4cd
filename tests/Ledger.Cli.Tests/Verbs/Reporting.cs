using System.Text.Json;
using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Cli.Tests.Running;
using Ledger.Domain.Reports;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Reports of errors at the command line, by the rules of the pages.</summary>
public sealed class Reporting(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task A_report_is_listed_triaged_declined_and_reopened()
    {
        var id = await ReportAsync("It was a hostile\u202E report.");

        var list = await shared.Program.DoneAsync("report", "list");
        var line = Assert.Single(list.Lines, line => line.StartsWith(id, StringComparison.Ordinal));
        Assert.Contains("received", line, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", line, StringComparison.Ordinal);

        await shared.Program.DoneAsync("report", "triage", id, "--class", "misquote", "--owner", "user:ada");
        var triaged = Assert.IsType<ReportTriaged>((await shared.LastEventAsync()).Data);
        Assert.Equal("user:ada", triaged.Owner);
        await shared.Program.DoneAsync("report", "decline", id, "--reason", "She said so.");
        Assert.DoesNotContain(id, (await shared.Program.DoneAsync("report", "list")).Output, StringComparison.Ordinal);
        Assert.Contains(id, (await shared.Program.DoneAsync("report", "list", "--all", "--json")).Output,
            StringComparison.Ordinal);
        var reopened = await shared.Program.DoneAsync("report", "reopen", id, "--reason", "She did not.");
        Assert.Equal(4, JsonDocument.Parse(reopened.Output).RootElement.GetProperty("version").GetInt64());
    }

    [Theory]
    [InlineData("report-not-found", "triage", "0197a1b2-0000-7000-8000-000000000001", "--class", "headline")]
    [InlineData("correction-not-of-story", "close", "ID", "--correction", "0197a1b2-0000-7000-8000-000000000001")]
    [InlineData("cannot-merge", "merge", "ID", "--into", "ID")]
    [InlineData("report-open", "reopen", "ID", "--reason", "R")]
    [InlineData("reason-required", "decline", "ID", "--reason", " ")]
    public async Task What_a_rule_refuses_is_said_and_nothing_is_written(string code, params string[] arguments)
    {
        var id = await ReportAsync($"Refused: {code}.");
        var head = await shared.HeadAsync();

        var ran = await shared.Program.RunAsync(
            ["report", .. arguments.Select(argument => argument == "ID" ? id : argument), "--json"]);

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains(code, ran.Errors, StringComparison.Ordinal);
        Assert.Equal(head, await shared.HeadAsync());
    }

    private async Task<string> ReportAsync(string text)
    {
        var slug = await shared.PublishAsync();
        var taken = await shared.Ledger.Send(
            new ReceiveReport(slug, null, null, text, null) { Actor = Actor.AnyReader });
        return Assert.IsType<StreamOutcome<Report?>.Done>(taken.Outcome).Id.ToString();
    }
}
