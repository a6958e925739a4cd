using System.Text;
using System.Text.Json;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Exporting : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly LedgerProgram auditor = new("Host=nowhere.invalid");
    private TestLedger ledger = null!;
    private LedgerProgram program = null!;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.CreateAsync();
        program = new LedgerProgram(ledger.ConnectionString).With("LEDGER_HOME", folder.PathOf("home"));
        await program.DoneAsync("publish", folder.Write("story.json", Sample.Story));
        await program.DoneAsync("correct", "harbour-wall-gives-way", "--class", "factual-error", "--wrong", "90",
            "--right", "80", "--note", "It was 80.");
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await ledger.DisposeAsync();
    }

    [Fact]
    public async Task A_bundle_is_verified_with_the_key_alone()
    {
        var key = await KeyAsync();
        foreach (var arguments in new string[][]
            { ["--story", "harbour-wall-gives-way"], ["--level", "court"], ["--level", "regulator"], [] })
        {
            var bundle = await program.DoneAsync(["export", .. arguments]);
            var file = folder.Write("bundle", bundle.OutputBytes);

            var held = await auditor.DoneAsync("verify", "--bundle", file, "--vkey", key);
            Assert.StartsWith("Held: 2 of 2 events of 'ledger/", held.Output, StringComparison.Ordinal);
            Assert.Contains("Held: 2 versions and 1 exposures", held.Output, StringComparison.Ordinal);
            Assert.Equal(arguments is ["--story", ..],
                held.Output.Contains("whether the story has later events", StringComparison.Ordinal));
            Assert.DoesNotContain("whether the key", held.Output, StringComparison.Ordinal);
            Assert.Contains("whether the key", (await auditor.DoneAsync("verify", "--bundle", file)).Output,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_altered_is_named_and_the_exit_code_tells_it()
    {
        var bundle = (await program.DoneAsync("export", "--story", "harbour-wall-gives-way")).Output
            .Replace("It was 80.\"}", "It was 90.\"}", StringComparison.Ordinal);

        var ran = await auditor.RunAsync(Encoding.UTF8.GetBytes(bundle), "verify", "--bundle", "-");
        Assert.Equal(1, ran.ExitCode);
        Assert.Equal(["WRONG: event 2 data.note is not what was committed to.", "1 found."], ran.Lines);

        var json = await auditor.RunAsync(Encoding.UTF8.GetBytes(bundle), "verify", "--bundle", "-", "--json");
        Assert.Equal(1, json.ExitCode);
        Assert.False(JsonDocument.Parse(json.Output).RootElement.GetProperty("isSound").GetBoolean());
    }

    [Fact]
    public async Task What_cannot_be_asked_for_is_told_in_a_sentence()
    {
        Assert.Equal((3, "", "There is no story of that id or slug.\n"),
            await AnswerAsync("export", "--story", "bridge"));
        Assert.Equal(2, (await program.RunAsync("export", "--level", "all")).ExitCode);
        Assert.Equal((2, "", "There is no file 'nowhere'.\n"), await AnswerAsync("verify", "--bundle", "nowhere"));
        Assert.Equal(2, (await program.RunAsync("verify", "--bundle", "-", "--full")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("verify", "--bundle", "-", "--vkey", "none")).ExitCode);
    }

    [Fact]
    public async Task Who_may_not_read_the_log_gets_no_bundle()
    {
        await program.RunAsync("secret of some length"u8.ToArray(),
            "user", "add", "rita", "--name", "Rita", "--role", "reader", "--password-stdin");
        var ran = await program.RunAsync("export", "--as", "rita");

        Assert.Equal((3, ""), (ran.ExitCode, ran.Output));
    }

    private async Task<string> KeyAsync()
    {
        await program.DoneAsync("checkpoint");
        return (await program.DoneAsync("key", "list")).Lines[0];
    }

    private async Task<(int, string, string)> AnswerAsync(params string[] arguments)
    {
        var ran = await program.RunAsync(arguments);
        return (ran.ExitCode, ran.Output, ran.Errors);
    }
}
