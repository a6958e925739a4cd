using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Words are erased by law: from what is read, from what is served, and from the files underneath.</summary>
public sealed class Erasing : IDisposable
{
    private const string Name = "Quintessa Vorn";
    private const string Basis = "Order 12/2026 of the court of Port Ellery";

    private static readonly HttpClient Http = new();

    private readonly TestFolder folder = new();
    private readonly LedgerProgram program;

    public Erasing()
    {
        // PostgreSQL runs as another user when root starts it, and has to come through to its own folder.
        if (!OperatingSystem.IsWindows())
            folder.Info.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;

        program = new LedgerProgram(folder.Info).With("LEDGER_HOME", folder.PathOf("home"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task They_are_nowhere_in_the_data_folder_and_every_proof_from_before_holds()
    {
        await GivenAsync();
        var proof = folder.Write("kept.tlog-proof", (await program.DoneAsync("prove", "1")).Output);
        var kept = folder.Write("kept", (await program.DoneAsync("checkpoint")).Output);
        var key = (await program.DoneAsync("key", "list")).Lines[0];
        Assert.NotEmpty(FilesWith(Name));

        await EraseAsync();
        var scrubbed = await program.RunAsync("--as", "sten", "erase", "scrub");

        Assert.Equal((0, "The tables are written anew."), (scrubbed.ExitCode, scrubbed.Output.TrimEnd()));
        Assert.Empty(FilesWith(Name));
        await program.DoneAsync("verify", "--full", "--against", kept, "--vkey", key);
        await program.DoneAsync("prove", "--check", proof, "--vkey", key);
        Assert.Contains("unexplained changes: 0", (await program.DoneAsync("status")).Output, StringComparison.Ordinal);
        Assert.Contains("[erased] \"saw\" it", (await program.DoneAsync("show", "wall", "--revision", "1")).Output,
            StringComparison.Ordinal);
        var changelog = (await program.DoneAsync("changelog", "wall")).Output;
        Assert.Contains("Words erased by law", changelog, StringComparison.Ordinal);
        Assert.Contains(Basis, changelog, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_has_them_in_its_memory_shows_them_no_more()
    {
        await GivenAsync();
        string[] pages =
        [
            "/", "/stories/wall", "/stories/wall/history", "/stories/wall/revisions/1", "/stories/wall/compare/1...2",
            "/stories/wall/blame", "/corrections", "/corrections.atom", "/stories/wall/changelog.atom",
            "/api/v1/stories/wall", "/api/v1/stories/wall/revisions/1", "/api/v1/stories/wall/changelog",
            "/api/v1/stories/wall/blame",
        ];
        using var server = program.Start("serve", "--urls", "http://127.0.0.1:0");
        var site = await ListensAsync(server);
        var before = await ReadAsync(site, pages);
        Assert.InRange(before.Count(page => page.Contains(Name, StringComparison.Ordinal)), 8, pages.Length);

        await EraseAsync();
        Assert.All(await ReadAsync(site, pages), page => Assert.DoesNotContain(Name, page, StringComparison.Ordinal));

        // The server folds on from what it remembers.
        await program.DoneAsync("headline", "wall", "--text", "The old wall falls", "--reason", "Shorter.");
        var after = await ReadAsync(site, pages);
        Assert.All(after, page => Assert.DoesNotContain(Name, page, StringComparison.Ordinal));
        Assert.Contains("The old wall falls", after[1], StringComparison.Ordinal);
        Assert.Contains(Basis, after[2], StringComparison.Ordinal);

        server.Kill();
        await server.WaitForExitAsync(Cancel);
        await program.DoneAsync("verify");
    }

    [Fact]
    public async Task Whoever_may_not_or_says_too_little_is_refused_in_a_sentence()
    {
        await GivenAsync();
        await AddAsync("edith", "editor");

        Assert.Equal(3, (await program.RunAsync("--as", "edith", "erase", "list")).ExitCode);
        Assert.Equal(2, (await program.RunAsync("--as", "ada", "erase", "--story", "wall")).ExitCode);
        var asked = await program.RunAsync(
            "--as", "ada", "erase", "--story", "wall", "--words", "Vo", "--basis", Basis);
        Assert.Equal(3, asked.ExitCode);
        Assert.Equal(
            "'Vo' is too short to be told from other words; name it with those beside it.", asked.Errors.TrimEnd());
        Assert.Equal(3, (await program.RunAsync("--as", "ada", "erase", "show", $"{Guid.Empty}")).ExitCode);

        await program.DoneAsync("--as", "ada", "erase", "hold", "wall", "--reason", "The regulator asks.");
        Assert.Equal(3, (await program.RunAsync(
            "--as", "ada", "erase", "--story", "wall", "--words", Name, "--basis", Basis)).ExitCode);
        await program.DoneAsync("--as", "sten", "erase", "release", "wall");
    }

    private async Task GivenAsync()
    {
        await AddAsync("ada", "standards");
        await AddAsync("sten", "admin");
        var story = $$"""
            {
              "headline": "The harbour wall gives way, says {{Name}}", "language": "en", "slug": "wall",
              "credits": [{ "role": "author", "name": "Ines Halloran" }],
              "blocks": [
                { "id": "p1", "type": "paragraph", "text": "It was 90 years old. {{Name}} \"saw\" it." },
                { "id": "p2", "type": "quote", "text": "We heard it.", "speaker": "{{Name}}" }
              ]
            }
            """;
        await program.DoneAsync("publish", folder.Write("wall.json", story));
        await program.DoneAsync("correct", "wall", "--class", "factual-error", "--wrong", "90 years",
            "--right", "95 years", "--note", $"It was 95, says {Name}.");
    }

    private async Task AddAsync(string name, string role)
    {
        var password = Encoding.UTF8.GetBytes("a long enough password\n");
        Assert.Equal(0, (await program.RunAsync(
            password, "user", "add", name, "--role", role, "--password-stdin")).ExitCode);
    }

    private async Task EraseAsync()
    {
        var asked = await program.DoneAsync(
            "--as", "ada", "--json", "erase", "--story", "wall", "--words", Name, "--basis", Basis);
        var id = JsonDocument.Parse(asked.Output).RootElement.GetProperty("request").GetProperty("id").GetGuid();
        Assert.Contains($"{id}", (await program.DoneAsync("--as", "sten", "erase", "list")).Output,
            StringComparison.Ordinal);
        Assert.Contains(Name, (await program.DoneAsync("--as", "sten", "erase", "show", $"{id}")).Output,
            StringComparison.Ordinal);
        Assert.Equal(3, (await program.RunAsync("--as", "ada", "erase", "approve", $"{id}")).ExitCode);
        Assert.Equal(0, (await program.RunAsync("--as", "sten", "erase", "approve", $"{id}")).ExitCode);
        Assert.Equal("", (await program.DoneAsync("--as", "sten", "erase", "list")).Output.Trim());
    }

    private List<string> FilesWith(string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        return [.. Directory.EnumerateFiles(folder.PathOf("home"), "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file).AsSpan().IndexOf(bytes) >= 0)];
    }

    private static async Task<List<string>> ReadAsync(Uri site, IEnumerable<string> pages)
    {
        var read = new List<string>();
        foreach (var page in pages)
            read.Add(await Http.GetStringAsync(new Uri(site, page), Cancel));

        return read;
    }

    private static async Task<Uri> ListensAsync(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.Split(' ').FirstOrDefault(word => word.StartsWith("http://", StringComparison.Ordinal)) is { } url)
                return new(url.TrimEnd('.'));
        }

        throw new InvalidOperationException("The server ended before it listened.");
    }
}
