using System.Diagnostics;
using System.Globalization;

namespace Ledger.Benchmarks.Serving;

/// <summary>This program, started once more with a verb of its own.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process process;

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Where the server listens.</summary>
    public required Uri Address { get; init; }

    public static async Task<ServerProcess> StartAsync(string connectionString, CancellationToken cancellationToken)
    {
        var process = OwnProgram.Start(ServeVerb.Name, connectionString);
        var address = await process.StandardOutput.ReadLineAsync(cancellationToken);
        return address is null
            ? throw new InvalidOperationException("The server does not start.")
            : new(process) { Address = new(address) };
    }

    /// <summary>The most memory that it had at any moment so far, in MiB.</summary>
    public double PeakMemory() => OwnProgram.PeakMemory(process.Id);

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}

/// <summary>The program of the benchmarks as a program to start.</summary>
internal static class OwnProgram
{
    private const double KibibytesPerMebibyte = 1024;

    public static Process Start(string verb, string argument)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Ledger.Benchmarks");
        return Process.Start(new ProcessStartInfo(program, [verb, argument])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException($"{program} does not start.");
    }

    /// <summary>The peak of a process's resident memory, in MiB.</summary>
    public static double PeakMemory(int processId)
    {
        var line = File.ReadLines($"/proc/{processId}/status")
            .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        var kibibytes = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return double.Parse(kibibytes, CultureInfo.InvariantCulture) / KibibytesPerMebibyte;
    }
}
