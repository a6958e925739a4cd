using System.Diagnostics;
using System.Text.Json;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

public sealed class TheLog(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task Events_are_printed_one_a_line_in_order()
    {
        await shared.PublishAsync();
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("headline", slug, "--text", "Old wall falls", "--reason", "Short");
        var head = await shared.HeadAsync();

        var all = await shared.Program.DoneAsync("events");
        var later = await shared.Program.DoneAsync("events", "--after", $"{head - 2}", "--limit", "1");
        var story = await shared.Program.DoneAsync("events", "--story", slug);

        Assert.Equal(Enumerable.Range(1, (int)head).Select(n => (long)n), all.Lines.Select(Position));
        Assert.All(all.Lines, line => Assert.StartsWith("{\"position\":", line, StringComparison.Ordinal));
        Assert.Equal([head - 1], later.Lines.Select(Position));
        Assert.Equal([head - 1, head], story.Lines.Select(Position));
        var last = JsonDocument.Parse(all.Lines[^1]).RootElement;
        Assert.Equal(
            ("headline_changed", 2L, "Short", $"os:{Environment.UserName}"),
            (last.GetProperty("type").GetString(), last.GetProperty("version").GetInt64(),
                last.GetProperty("data").GetProperty("reason").GetString(),
                last.GetProperty("metadata").GetProperty("actor").GetString()));
    }

    [Fact]
    public async Task Following_prints_what_is_appended_until_it_is_stopped()
    {
        var slug = await shared.PublishAsync();
        var head = await shared.HeadAsync();
        using var following = shared.Program.Start("events", "--follow", "--after", $"{head - 1}");
        Assert.Equal(head, Position((await following.StandardOutput.ReadLineAsync(Cancel))!));

        await shared.Program.DoneAsync("headline", slug, "--text", "Old wall falls");

        Assert.Equal(head + 1, Position((await following.StandardOutput.ReadLineAsync(Cancel))!));
        Assert.Equal(0, await InterruptAsync(following));
    }

    [Fact]
    public async Task Following_ends_when_nobody_reads_any_more()
    {
        var slug = await shared.PublishAsync();
        using var following = shared.Program.Start("events", "--follow");
        await following.StandardOutput.ReadLineAsync(Cancel);
        following.StandardOutput.Close();

        await shared.Program.DoneAsync("headline", slug, "--text", "Old wall falls");

        await following.WaitForExitAsync(Cancel);
        Assert.Equal(141, following.ExitCode);
    }

    [Theory]
    [InlineData("--after", "-1", "--after must be 0 or more; see 'ledger events --help'.")]
    [InlineData("--limit", "0", "--limit must be 1 or more; see 'ledger events --help'.")]
    public async Task A_position_or_limit_that_makes_no_sense_is_bad_usage(string option, string value, string sentence)
    {
        var ran = await shared.Program.RunAsync("events", option, value);

        Assert.Equal((2, sentence + "\n"), (ran.ExitCode, ran.Errors));
    }

    [Theory]
    [InlineData("no-such-story")]
    [InlineData("0198e1a0-0000-7000-8000-000000000001")]
    public async Task The_events_of_an_unknown_story_are_refused(string story)
    {
        var ran = await shared.Program.RunAsync("events", "--story", story);

        Assert.Equal((3, "There is no story of that id or slug.\n"), (ran.ExitCode, ran.Errors));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static long Position(string line) =>
        JsonDocument.Parse(line).RootElement.GetProperty("position").GetInt64();

    private static async Task<int> InterruptAsync(Process process)
    {
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
            await kill.WaitForExitAsync(Cancel);

        await process.WaitForExitAsync(Cancel);
        return process.ExitCode;
    }
}
