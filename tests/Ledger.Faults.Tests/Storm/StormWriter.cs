using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Ledger.Testing;

namespace Ledger.Faults.Tests.Storm;

/// <summary>What the writers of a storm have said.</summary>
internal sealed class Sayings
{
    public ConcurrentDictionary<string, bool> Begun { get; } = new(StringComparer.Ordinal);
    public ConcurrentDictionary<string, bool> Done { get; } = new(StringComparer.Ordinal);
    public ConcurrentDictionary<string, bool> Refused { get; } = new(StringComparer.Ordinal);

    public void Hear(string line)
    {
        // The last line of a process that was killed may be cut anywhere.
        var words = line.Split(' ');
        if (words is [var what, { Length: > 0 } mark])
            Of(what)?.TryAdd(mark, true);
    }

    private ConcurrentDictionary<string, bool>? Of(string what) => what switch
    {
        "begun" => Begun,
        "done" => Done,
        "refused" => Refused,
        _ => null,
    };
}

/// <summary>A process with several writers.</summary>
internal sealed class StormWriter : IDisposable
{
    private readonly Process process;
    private readonly Task listening;

    private StormWriter(Process process, Sayings sayings)
    {
        this.process = process;
        Errors = process.StandardError.ReadToEndAsync();
        listening = ListenAsync(sayings);
    }

    public Task<string> Errors { get; }

    public bool HasExited => process.HasExited;

    public static StormWriter Start(
        string connectionString, string name, int writers, IEnumerable<string> stories, Sayings sayings) =>
        new(Victims.Start("storm", connectionString, int.MaxValue,
            [name, writers.ToString(CultureInfo.InvariantCulture), .. stories]), sayings);

    public async Task KillAsync()
    {
        process.Kill();
        await EndAsync();
    }

    /// <summary>Lets it finish what it has begun.</summary>
    public async Task<int> StopAsync()
    {
        await process.StandardInput.WriteLineAsync("stop");
        await EndAsync();
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();

        process.Dispose();
    }

    private async Task EndAsync()
    {
        await process.WaitForExitAsync();
        await listening;
    }

    private async Task ListenAsync(Sayings sayings)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            sayings.Hear(line);
    }
}
