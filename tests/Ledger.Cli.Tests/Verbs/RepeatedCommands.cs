using System.Text.Json.Nodes;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Whoever gives a command twice under one name gets it done once, in whatever process.</summary>
public sealed class RepeatedCommands(CliLedger shared) : IClassFixture<CliLedger>
{
    public static TheoryData<string> Verbs =>
    [
        "publish", "revise", "correct", "attribute", "caption", "headline", "slug", "retract", "withdraw", "remove",
    ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_that_writes_prints_the_first_result_and_adds_nothing(string verb)
    {
        var story = await shared.PublishAsync();
        string[] command = [.. Arguments(verb, story), "--command-id", $"once {verb}"];
        var first = JsonNode.Parse((await shared.Program.DoneAsync(command)).Output)!.AsObject();
        await shared.Program.DoneAsync("publish", shared.Folder.Write("since.json", Sample.Story
            .Replace("dawn", $"{verb} was done", StringComparison.Ordinal)));
        var head = await shared.HeadAsync();

        var second = JsonNode.Parse((await shared.Program.DoneAsync(command)).Output)!.AsObject();

        Assert.Equal((false, true), ((bool)first["repeated"]!, (bool)second["repeated"]!));
        first.Remove("repeated");
        second.Remove("repeated");
        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(head, await shared.HeadAsync());
    }

    [Fact]
    public async Task The_same_name_for_another_command_is_refused()
    {
        var story = await shared.PublishAsync();
        await shared.Program.DoneAsync("headline", story, "--text", "Once", "--command-id", "one");

        var ran = await shared.Program.RunAsync("headline", story, "--text", "Twice", "--command-id", "one");

        Assert.Equal((3, ""), (ran.ExitCode, ran.Output));
        Assert.Contains("used for another request", ran.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\tb")]
    public async Task A_name_that_cannot_be_one_is_bad_usage(string id)
    {
        var ran = await shared.Program.RunAsync("headline", "any", "--text", "Once", "--command-id", id);

        Assert.Equal(2, ran.ExitCode);
        Assert.StartsWith("--command-id takes 1 to 255 characters", ran.Errors, StringComparison.Ordinal);
    }

    private string[] Arguments(string verb, string story) => verb switch
    {
        "publish" => [verb, shared.Folder.Write("once.json", Sample.Story
            .Replace("dawn", "midnight", StringComparison.Ordinal))],
        "revise" => [verb, story, shared.Folder.Write("revised.json", Sample.Story
            .Replace("dawn", "noon", StringComparison.Ordinal)), "--kind", "update"],
        "correct" => [verb, story, "--class", "factual-error", "--wrong", "dawn", "--right", "noon", "--note", "Noon."],
        "attribute" => [verb, story, "--credit", "author", "--to", "Ada Lind", "--reason", "She wrote it"],
        "caption" => [verb, story, "--block", "i1", "--text", "The old wall", "--reason", "Clearer"],
        "headline" => [verb, story, "--text", "Another headline"],
        "slug" => [verb, story, $"{story}-moved"],
        "remove" => [verb, story, "--notice", "Not so.", "--basis", "privacy"],
        _ => [verb, story, "--notice", "Not so."],
    };
}
