using System.Diagnostics;

namespace Ledger.Hosting.Tests.Embedded;

/// <summary>Another program on the same cluster: Ledger.Testing.Victim in its scenario <c>embedded</c>.</summary>
public sealed class OtherProgram : IDisposable
{
    private readonly Process process;

    private OtherProgram(Process process) => this.process = process;

    /// <summary>Its first word: <c>ready</c>, or why it has no cluster.</summary>
    public string Said { get; private set; } = "";

    /// <param name="folder">The folder of the cluster.</param>
    /// <param name="prepare">Changes how the program is started.</param>
    public static async Task<OtherProgram> StartAsync(string folder, Action<ProcessStartInfo>? prepare = null)
    {
        var victim = Path.Combine(AppContext.BaseDirectory, "Ledger.Testing.Victim.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", victim, "embedded", "-", "0", folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        prepare?.Invoke(start);
        var other = new OtherProgram(Process.Start(start) ?? throw new InvalidOperationException("It did not start."));
        other.Said = await other.HearAsync();
        return other;
    }

    public async Task<string> QueryAsync(string sql)
    {
        await process.StandardInput.WriteLineAsync(sql);
        await process.StandardInput.FlushAsync();
        return await HearAsync();
    }

    /// <summary>Ends in good order.</summary>
    public async Task LeaveAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends by SIGKILL.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    private async Task<string> HearAsync() =>
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "(nothing)";
}
