using System.Text.Json.Nodes;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary><c>ledger copy</c>: where a story was copied to, and what is owed there.</summary>
public sealed class CopyVerbsTests(CliLedger shared) : IClassFixture<CliLedger>
{
    [Fact]
    public async Task A_correction_is_owed_to_a_linked_copy_until_it_is_settled()
    {
        var story = await shared.PublishAsync();
        var linked = await LineAsync("copy", "link", story, "--kind", "syndication", "--publisher", "Hill Post");
        var copy = (string)linked["id"]!;
        var corrected = await LineAsync(
            "correct", story, "--class", "factual-error", "--wrong", "dawn", "--right", "dusk",
            "--note", "It was dusk.");
        var correction = (string)corrected["correctionId"]!;

        Assert.Contains($"{copy}  {correction}", await TasksAsync(), StringComparison.Ordinal);
        Assert.Contains("Hill Post", (await shared.Program.DoneAsync("copy", "list", story)).Output,
            StringComparison.Ordinal);

        var waive = await shared.Program.RunAsync(
            "copy", "settle", copy, "--correction", correction, "--outcome", "waived");
        Assert.Equal((3, ""), (waive.ExitCode, waive.Output));
        Assert.Contains("This needs a reason.", waive.Errors, StringComparison.Ordinal);

        string[] settle = ["copy", "settle", copy, "--correction", correction, "--outcome", "corrected"];
        Assert.True((bool)(await LineAsync(settle))["changed"]!);
        Assert.False((bool)(await LineAsync(settle))["changed"]!);
        Assert.DoesNotContain(copy, await TasksAsync(), StringComparison.Ordinal);
        Assert.Contains(copy, await TasksAsync("--all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_an_id_is_bad_usage()
    {
        var ran = await shared.Program.RunAsync("copy", "unlink", "somewhere", "--reason", "Gone.");

        Assert.Equal((2, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("'somewhere' is not the id of a copy.", ran.Errors, StringComparison.Ordinal);
    }

    private async Task<JsonObject> LineAsync(params string[] arguments) =>
        JsonNode.Parse((await shared.Program.DoneAsync(arguments)).Output)!.AsObject();

    private async Task<string> TasksAsync(params string[] more) =>
        (await shared.Program.DoneAsync(["copy", "tasks", .. more])).Output;
}
