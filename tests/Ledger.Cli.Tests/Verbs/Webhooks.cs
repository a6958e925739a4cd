using System.Text.Json;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Webhooks(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task One_is_added_with_a_secret_that_is_shown_once_and_goes_its_way_to_its_end()
    {
        var added = await shared.Program.RunAsync(
            "webhook", "add", "agency", "https://agency.example/hook", "--type", "correction_issued");
        Assert.StartsWith("whsec_", added.Output, StringComparison.Ordinal);
        Assert.Contains("whpk_", added.Errors, StringComparison.Ordinal);

        var listed = await shared.Program.DoneAsync("webhook", "list", "--json");
        Assert.DoesNotContain("whsec_", listed.Output, StringComparison.Ordinal);
        var webhook = JsonDocument.Parse(listed.Output).RootElement[0].GetProperty("webhook");
        Assert.Equal(("agency", "https://agency.example/hook", "correction_issued", false), (
            webhook.GetProperty("name").GetString(), webhook.GetProperty("url").GetString(),
            webhook.GetProperty("types")[0].GetString(), webhook.GetProperty("staff").GetBoolean()));

        var rotated = JsonDocument.Parse(
            (await shared.Program.DoneAsync("webhook", "rotate", "agency", "--json")).Output).RootElement;
        Assert.NotEqual(added.Output.Trim(), rotated.GetProperty("secret").GetString());

        await shared.Program.DoneAsync("webhook", "pause", "agency");
        Assert.Equal(
            "Replayed: 0.\n", (await shared.Program.DoneAsync("webhook", "replay", "agency")).Output);
        var status = JsonDocument.Parse((await shared.Program.DoneAsync("status", "--json")).Output).RootElement;
        var follower = Assert.Single(status.GetProperty("followers").EnumerateArray());
        Assert.Equal(("webhook:agency", true, 0), (
            follower.GetProperty("name").GetString(), follower.GetProperty("paused").GetBoolean(),
            follower.GetProperty("lag").GetInt32()));
        Assert.Contains("webhook:agency", (await shared.Program.DoneAsync("status")).Output, StringComparison.Ordinal);

        await shared.Program.DoneAsync("webhook", "resume", "agency");
        Assert.Equal("The webhook 'agency' is removed.\n",
            (await shared.Program.DoneAsync("webhook", "remove", "agency")).Output);
        Assert.Equal("", (await shared.Program.DoneAsync("webhook", "list")).Output.Trim());
        await RefusedAsync("The name 'agency' is taken, or was; it stands in the audit.",
            "add", "agency", "https://agency.example/hook");
    }

    [Fact]
    public async Task What_is_not_as_it_must_be_is_refused_in_a_sentence()
    {
        await RefusedAsync("An address must be like https://receiver.example/hook, with https.",
            "add", "plain", "http://agency.example/hook");
        await RefusedAsync("There are no events of the type 'nonsense'.",
            "add", "typed", "https://agency.example/hook", "--type", "nonsense");
        await RefusedAsync("There is no webhook 'nobody'.", "pause", "nobody");
        await RefusedAsync("There is no webhook 'nobody'.", "replay", "nobody");
    }

    private async Task RefusedAsync(string why, params string[] arguments)
    {
        var ran = await shared.Program.RunAsync(["webhook", .. arguments]);

        Assert.Equal((3, "", why + "\n"), (ran.ExitCode, ran.Output, ran.Errors));
    }
}
