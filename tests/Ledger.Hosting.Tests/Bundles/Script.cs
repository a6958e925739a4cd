using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Ledger.Hosting.Tests.Bundles;

/// <summary>The script that auditors have; tests of it are skipped where Python or openssl is missing.</summary>
internal static class Script
{
    private const string Wrong = "WRONG: ";

    private static readonly string Path = FindPath();

    /// <summary>What a run of it came to.</summary>
    public sealed record Ran(int ExitCode, string Output, string Errors)
    {
        /// <summary>The findings, as our own verifier gives them.</summary>
        public IReadOnlyList<string> Findings =>
            [.. Output.Split('\n').Where(line => line.StartsWith(Wrong, StringComparison.Ordinal))
                .Select(line => line[Wrong.Length..^1])];
    }

    public static void SkipWithoutItsTools()
    {
        foreach (var tool in new[] { "python3", "openssl" })
            Assert.SkipUnless(IsHere(tool), $"The command {tool} is not here.");
    }

    /// <summary>Runs it on a bundle that it finds on its standard input.</summary>
    public static Task<Ran> RunAsync(byte[] bundle, params IEnumerable<string> vkeys) =>
        RunAsync("python3", null, bundle, [.. vkeys.SelectMany(vkey => new[] { "--vkey", vkey }), "-"]);

    public static async Task<Ran> RunAsync(
        string python, string? searchPath, byte[] input, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(python, [Path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (searchPath is not null)
            start.Environment["PATH"] = searchPath;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading all of it.
        }

        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await errors);
    }

    /// <summary>Python itself, where the command is only a script that looks for it.</summary>
    public static async Task<string> FindPythonAsync()
    {
        var start = new ProcessStartInfo("python3", ["-c", "import sys; print(sys.executable)"])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }

    private static bool IsHere(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .Any(folder => File.Exists(System.IO.Path.Combine(folder, command)));

    private static string FindPath([CallerFilePath] string thisFile = "")
    {
        var folder = new DirectoryInfo(System.IO.Path.GetDirectoryName(thisFile)!);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Ledger.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No Ledger.sln above {thisFile}.");

        return System.IO.Path.Combine(folder.FullName, "ops", "verify-bundle");
    }
}
