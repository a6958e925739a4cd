using System.ComponentModel;
using System.Diagnostics;

namespace Ledger.Hosting.Embedded;

/// <summary>Runs a program to its end and keeps what it printed.</summary>
internal static class Command
{
    /// <exception cref="EmbeddedPostgresException">The program cannot be started.</exception>
    public static async Task<CommandResult> RunAsync(
        string file, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(file, arguments);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>The full path of a program on the search path or in the system's folders; null when absent.</summary>
    public static string? Find(string program) => SearchPath()
        .Concat(["/usr/bin", "/bin", "/usr/sbin", "/sbin"])
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    public static string[] SearchPath() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    private static Process Start(string file, IEnumerable<string> arguments)
    {
        // The folder of the caller may be closed to the user that the program runs as.
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // PGPORT, PGDATA and their like would steer the server and its tools away from this cluster.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        start.Environment["LC_ALL"] = "C";
        try
        {
            var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new EmbeddedPostgresException($"{file} cannot be run: {e.Message}.", e);
        }
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last line that says something, preferably of the errors.</summary>
    public string LastLine => LastLineOf(Errors) ?? LastLineOf(Output) ?? $"exit code {ExitCode}";

    private static string? LastLineOf(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault();
}
