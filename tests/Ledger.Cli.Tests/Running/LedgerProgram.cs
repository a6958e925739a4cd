using System.Diagnostics;
using System.Text;

namespace Ledger.Cli.Tests.Running;

/// <summary>What a run of the program came to.</summary>
internal sealed record Ran(int ExitCode, byte[] OutputBytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs the built program as a process, as a person or a script does.</summary>
internal sealed class LedgerProgram
{
    // A machine that runs all tests at once is slow; a program that hangs must still end some time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Dictionary<string, string?> environment = new()
    {
        ["LEDGER_DATABASE"] = null,
        ["LEDGER_HOME"] = null,
        ["NO_COLOR"] = null,
    };

    private readonly string folder = AppContext.BaseDirectory;

    /// <summary>A program that works on the database of that connection string.</summary>
    public LedgerProgram(string connectionString) => environment["LEDGER_DATABASE"] = connectionString;

    /// <summary>A program that is run in a folder, with an environment that names no database.</summary>
    public LedgerProgram(DirectoryInfo folder) => this.folder = folder.FullName;

    private static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "ledger");

    public LedgerProgram With(string variable, string value)
    {
        environment[variable] = value;
        return this;
    }

    public Task<Ran> RunAsync(params string[] arguments) => RunAsync(input: [], arguments);

    /// <param name="input">What the program finds on its standard input.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<Ran> RunAsync(byte[] input, params string[] arguments)
    {
        using var process = Start(arguments);
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = ReadAsync(process.StandardOutput.BaseStream, patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await HandInAsync(process, input);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"ledger {string.Join(' ', arguments)} does not end.");
        }
    }

    /// <summary>Runs it, and holds it to being done without a word on its error output.</summary>
    public async Task<Ran> DoneAsync(params string[] arguments)
    {
        var ran = await RunAsync(arguments);
        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        return ran;
    }

    /// <summary>Starts it and leaves its end to the test.</summary>
    public Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    private static async Task HandInAsync(Process process, byte[] input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended without reading all of it.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
