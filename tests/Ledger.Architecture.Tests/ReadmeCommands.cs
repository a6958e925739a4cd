using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledger.Architecture.Tests;

/// <summary>The commands of the README, run in its order against the demo that it starts.</summary>
public sealed partial class ReadmeCommands : IAsyncLifetime
{
    private const string AddressInReadme = "http://127.0.0.1:5080";

    private readonly string home = Directory.CreateTempSubdirectory("ledger-readme-").FullName;
    private Process? demo;
    private Task drained = Task.CompletedTask;
    private string address = "";

    [Fact]
    public async Task Every_command_of_the_tours_works_in_order()
    {
        var tours = Blocks().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value)
            .Where(block => block.Trim() is not ("./ops/demo" or "./ops/demo --check" or "./ops/test"))
            .ToList();
        Assert.NotEmpty(tours);

        foreach (var block in tours)
        {
            var script = block.Replace(AddressInReadme, address, StringComparison.Ordinal);
            using var shell = Start("bash", "-euo", "pipefail", "-c", script);
            var output = shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = await shell.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await shell.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.True(shell.ExitCode == 0, $"{script}\nended with {shell.ExitCode}:\n{await output}\n{errors}");
        }
    }

    public async ValueTask InitializeAsync()
    {
        // PostgreSQL runs as another user, who must be able to reach the folder.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(home, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        demo = Start(Path.Combine(Repository.Root, "ops", "demo"));
        drained = demo.StandardError.ReadToEndAsync();
        while (address.Length == 0 && await demo.StandardOutput.ReadLineAsync() is { } line)
            address = Addresses().Match(line).Value;

        Assert.NotEqual("", address);
        drained = Task.WhenAll(drained, demo.StandardOutput.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (demo is not null)
        {
            using var stop = Process.Start("kill", ["-TERM", demo.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await demo.WaitForExitAsync();
            await drained;
            demo.Dispose();
        }

        Directory.Delete(home, recursive: true);
    }

    private Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LEDGER_HOME"] = home;
        start.Environment["LEDGER_URLS"] = "http://127.0.0.1:0";
        start.Environment.Remove("LEDGER_DATABASE");
        return Process.Start(start)!;
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*")]
    private static partial Regex Addresses();
}
