using Ledger.Cli.Tests.Running;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Without a database named, the program brings one of its own.</summary>
public sealed class EmbeddedDatabase
{
    [Fact]
    public async Task A_ledger_in_a_folder_is_there_again_when_the_program_comes_back()
    {
        using var folder = new TestFolder();
        LetEverybodyIn(folder);
        var program = new LedgerProgram(folder.Info);
        folder.Write("story.json", Sample.Story);

        await program.DoneAsync("publish", "story.json");
        var ran = await program.DoneAsync("show", "harbour-wall-gives-way");

        Assert.Equal(Sample.Body, ran.Output);
        Assert.True(Directory.Exists(folder.PathOf(".ledger")));
        Assert.Empty(Directory.GetFiles(folder.PathOf(".ledger"), "postmaster.pid", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Two_programs_share_the_cluster_of_the_folder_that_is_named()
    {
        using var folder = new TestFolder();
        LetEverybodyIn(folder);
        var program = new LedgerProgram(folder.Info).With("LEDGER_HOME", folder.PathOf("home"));
        folder.Write("story.json", Sample.Story);
        await program.DoneAsync("status");
        using var following = program.Start("events", "--follow", "--limit", "1");

        await program.DoneAsync("publish", "story.json");

        var line = await following.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("{\"position\":1,", line, StringComparison.Ordinal);
        await following.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, following.ExitCode);
        Assert.False(Directory.Exists(folder.PathOf(".ledger")));
    }

    // PostgreSQL runs as another user when root starts it, and has to come through to its own folder.
    private static void LetEverybodyIn(TestFolder folder)
    {
        if (!OperatingSystem.IsWindows())
            folder.Info.UnixFileMode |= UnixFileMode.OtherExecute | UnixFileMode.OtherRead;
    }
}
