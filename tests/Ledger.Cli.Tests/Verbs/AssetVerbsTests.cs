using System.Text;
using System.Text.Json.Nodes;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary><c>ledger asset</c>: a picture corrected once, in each story that uses it.</summary>
public sealed class AssetVerbsTests(CliLedger shared) : IClassFixture<CliLedger>
{
    private const string Url = "/pictures/cli-wall.jpg";

    [Fact]
    public async Task A_picture_is_listed_shown_and_corrected_by_its_address()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $$"""
            {"headline":"A wall","language":"en","blocks":[
              {"type":"image","url":"{{Url}}","caption":"The wall on Sunday","credit":"Tomas Reyl"}]}
            """, Encoding.UTF8, TestContext.Current.CancellationToken);
        var story = (string)(await LineAsync("publish", file))["id"]!;
        File.Delete(file);
        Assert.Contains(
            "The wall on Sunday", (await shared.Program.DoneAsync("asset", "list", "--search", "cli-wall")).Output,
            StringComparison.Ordinal);
        Assert.Equal(story, (string)(await LineAsync("asset", "show", Url))["uses"]![0]!["storyId"]!);

        var corrected = await LineAsync(
            "asset", "correct", Url, "--class", "attribution-credit", "--field", "credit", "--wrong", "Reyl",
            "--right", "Reyle", "--note", "A credit misspelled the name of Tomas Reyle.");

        Assert.Equal(("published", 0), ((string)corrected["status"]!, (int)corrected["open"]!));
        Assert.Equal("corrected", (string)corrected["outcomes"]![0]!["result"]!);
        Assert.Contains("Tomas Reyle", (await shared.Program.DoneAsync("show", story, "--json")).Output,
            StringComparison.Ordinal);

        var refused = await shared.Program.RunAsync(
            "asset", "correct", Url, "--class", "image-caption", "--wrong", "on Friday", "--right", "on Monday",
            "--note", "It was Monday.");
        Assert.Equal((3, ""), (refused.ExitCode, refused.Output));
        var unknown = await shared.Program.RunAsync("asset", "show", "/pictures/none.jpg");
        Assert.Equal((3, ""), (unknown.ExitCode, unknown.Output));
    }

    private async Task<JsonObject> LineAsync(params string[] arguments) =>
        JsonNode.Parse((await shared.Program.DoneAsync(arguments)).Output)!.AsObject();
}
