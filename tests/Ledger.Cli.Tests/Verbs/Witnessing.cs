using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Ledger.Cli.Tests.Running;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Two newsrooms, each with its own database, folder and processes, as people set them up by the commands.
/// </summary>
public sealed class Witnessing : IAsyncLifetime
{
    private const string Witness = "other.example/witness";

    private readonly TestFolder folder = new();
    private readonly int port = FreePort();
    private readonly List<TestDatabase> databases = [];
    private LedgerProgram news = null!;
    private LedgerProgram other = null!;
    private string policy = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (news, other) = (await ProgramAsync("news"), await ProgramAsync("other"));
        await PublishAsync(news, 1);
        await news.DoneAsync("checkpoint");
        var log = (await news.DoneAsync("key", "list")).Lines.Single();
        var witness = (await other.DoneAsync("witness", "key", Witness)).Lines.Single();
        await other.DoneAsync("witness", "add", log);
        policy = folder.Write("policy", string.Create(CultureInfo.InvariantCulture,
            $"log {log}\nwitness other {witness} http://127.0.0.1:{port}/witness\nquorum other\n"));
        news.With("LEDGER_WITNESS_POLICY", policy);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
            await database.DisposeAsync();

        folder.Dispose();
    }

    [Fact]
    public async Task Proofs_and_bundles_carry_the_cosignature_and_hold_offline()
    {
        var early = folder.Write("early.tlog-proof", (await news.DoneAsync("prove", "1")).Output);
        using (var server = await ServeAsync(other))
        {
            Assert.Equal(
                "A quorum of witnesses has cosigned 1 events; 0 were signed since.",
                (await news.DoneAsync("witness", "ask")).Lines[0]);
            Kill(server);
        }

        var proof = folder.Write("x.tlog-proof", (await news.DoneAsync("prove", "1")).Output);
        var bundle = folder.Write("bundle", (await news.DoneAsync("export", "--story", "story-1")).Output);
        var auditor = new LedgerProgram("Host=nowhere.invalid");
        var held = await auditor.DoneAsync("prove", "--check", proof, "--policy", policy);
        Assert.Equal("The quorum of the policy holds: cosigned by other.", held.Lines[^1]);
        Assert.Contains($"Held: the cosignature of '{Witness}'.",
            (await auditor.DoneAsync("verify", "--bundle", bundle)).Lines);

        var lacks = await auditor.RunAsync("prove", "--check", early, "--policy", policy);
        Assert.Equal((1, "The checkpoint lacks the quorum of the policy: it is cosigned by nobody.\n"),
            (lacks.ExitCode, lacks.Errors));
        Assert.Equal(2, (await auditor.RunAsync("prove", "--check", proof, "--policy", proof)).ExitCode);
        Assert.StartsWith("Nothing is other than it was written", (await news.DoneAsync("verify")).Output,
            StringComparison.Ordinal);
        Assert.Contains("cosignatures", (await news.DoneAsync("verify")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_asks_by_itself_and_status_tells_when_its_witness_was_killed_and_is_back()
    {
        using var own = await ServeAsync(news, port: 0);
        using (var witness = await ServeAsync(other))
        {
            await UntilAsync(news, "A quorum of witnesses has cosigned 1 events; 0 were signed since.");
            Kill(witness);
        }

        await PublishAsync(news, 2);
        await UntilAsync(news, "A quorum of witnesses has cosigned 1 events; 1 were signed since.");
        await UntilAsync(news, "The witness 'other' cannot be reached: Connection refused.");
        using var again = await ServeAsync(other);
        await UntilAsync(news, "A quorum of witnesses has cosigned 2 events; 0 were signed since.");
        Kill(again);
        Kill(own);
    }

    [Fact]
    public async Task A_forged_log_is_refused_and_both_sides_say_so()
    {
        using var server = await ServeAsync(other);
        await PublishAsync(news, 2);
        await news.DoneAsync("witness", "ask");

        // Somebody has the keys, and would have the log say something else.
        var forger = await ProgramAsync("forger");
        forger.With("LEDGER_WITNESS_POLICY", policy).With(
            "LEDGER_LOG_ORIGIN", (await news.DoneAsync("key", "list")).Lines[0].Split('+')[0]);
        CopyKeys("news", "forger");
        await PublishAsync(forger, 7);
        var asked = await forger.RunAsync("witness", "ask");
        Assert.Equal(1, asked.ExitCode);
        Assert.Contains("DOUBTED BY A WITNESS: The witness 'other' has cosigned 2 events of this log, which has signed "
            + "1: it was rolled back, as by an old backup.", asked.Output, StringComparison.Ordinal);
        await PublishAsync(forger, 8);
        await forger.RunAsync("witness", "ask");
        var status = await forger.RunAsync("status");
        Assert.Equal(1, status.ExitCode);
        Assert.Contains("DOUBTED BY A WITNESS: The witness 'other' has cosigned 2 events that this log does not extend",
            status.Output, StringComparison.Ordinal);

        var listed = JsonNode.Parse((await other.DoneAsync("witness", "status", "--json")).Output)!.AsArray();
        Assert.Equal((2, 1, 1), (
            (long)listed[0]!["size"]!, (long)listed[0]!["splits"]!, (long)listed[0]!["rollbacks"]!));
        var refusals = (await other.DoneAsync("witness", "refusals")).Output;
        Assert.Contains(" split of ", refusals, StringComparison.Ordinal);
        Assert.Contains("refused:\n", refusals, StringComparison.Ordinal);

        // What the witness has serves to find what was done: it is a checkpoint like any other that was kept.
        var kept = folder.Write("kept", JsonNode.Parse(listed[0]!["note"]!.ToJsonString())!.GetValue<string>());
        Assert.Equal(1, (await forger.RunAsync("verify", "--against", kept)).ExitCode);
        Assert.Equal(0, (await news.RunAsync("verify", "--against", kept)).ExitCode);
        Kill(server);
    }

    [Fact]
    public async Task What_cannot_be_is_said_in_a_sentence()
    {
        await ExpectAsync(3, "The name of this witness is 'other.example/witness' for all its life.",
            other.RunAsync("witness", "key", "third.example/witness"));
        await ExpectAsync(3, "This witness has no name yet; give it one, like news.example/witness.",
            news.RunAsync("witness", "key"));
        await ExpectAsync(2, "'nothing' is no vkey of Ed25519, which is name+id+key.",
            other.RunAsync("witness", "add", "nothing"));
        await ExpectAsync(2, "There is no policy of witnesses; name its file by LEDGER_WITNESS_POLICY.",
            other.RunAsync("witness", "ask"));
        var bad = folder.Write("bad", "quorum nobody\n");
        await ExpectAsync(2, $"The policy of witnesses {bad} cannot be used: Line 1 of the policy cannot be read: "
            + "'quorum nobody'.", news.With("LEDGER_WITNESS_POLICY", bad).RunAsync("serve"));
        var address = folder.Write("address", (await File.ReadAllTextAsync(policy, Cancel)).Replace(
            "http://", "ftp://", StringComparison.Ordinal));
        await ExpectAsync(2, $"The policy of witnesses {address} cannot be used: The witness 'other' has the address "
            + $"'ftp://127.0.0.1:{port}/witness', which must be like https://news.example/witness.",
            news.With("LEDGER_WITNESS_POLICY", address).RunAsync("status"));
    }

    private static async Task ExpectAsync(int code, string sentence, Task<Ran> running)
    {
        var ran = await running;
        Assert.Equal((code, sentence + "\n"), (ran.ExitCode, ran.Errors));
    }

    private async Task<LedgerProgram> ProgramAsync(string name)
    {
        databases.Add(await TestDatabase.CreateMigratedAsync());
        return new LedgerProgram(databases[^1].ConnectionString).With("LEDGER_HOME", folder.PathOf(name));
    }

    private static Task<Ran> PublishAsync(LedgerProgram program, int number)
    {
        var story = JsonNode.Parse(Sample.Story)!;
        story["slug"] = string.Create(CultureInfo.InvariantCulture, $"story-{number}");
        return program.RunAsync(Encoding.UTF8.GetBytes(story.ToJsonString()), "publish", "-");
    }

    private Task<Process> ServeAsync(LedgerProgram program) => ServeAsync(program, port);

    private static async Task<Process> ServeAsync(LedgerProgram program, int port)
    {
        var server = program.Start(
            "serve", "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var line = await server.StandardOutput.ReadLineAsync(Cancel);
        Assert.StartsWith("Ledger listens on ", line, StringComparison.Ordinal);
        _ = server.StandardOutput.ReadToEndAsync(CancellationToken.None);
        _ = server.StandardError.ReadToEndAsync(CancellationToken.None);
        return server;
    }

    // SIGKILL.
    private static void Kill(Process server)
    {
        server.Kill();
        server.WaitForExit();
    }

    private static Task UntilAsync(LedgerProgram program, string said) => Eventually.IsTrueAsync(async () =>
        (await program.RunAsync("status")).Output.Contains(said, StringComparison.Ordinal));

    private void CopyKeys(string from, string to)
    {
        var keys = Directory.CreateDirectory(Path.Combine(folder.PathOf(to), "keys"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder.PathOf(from), "keys")))
            File.Copy(file, Path.Combine(keys.FullName, Path.GetFileName(file)));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
