using System.Globalization;

namespace Ledger.Hosting.Embedded;

/// <summary>What a server wrote about itself in <c>postmaster.pid</c>, and whether it is true.</summary>
internal sealed class PostmasterFile
{
    // No process has it: the greatest id that Linux gives is one less.
    private const string NobodysId = "4194304";

    private readonly string path;
    private readonly string data;
    private readonly string[] lines;

    private PostmasterFile(string path, string data, string[] lines)
    {
        this.path = path;
        this.data = data;
        this.lines = lines;
    }

    /// <summary>The folder of the server's socket; empty while the server has not got so far.</summary>
    public string SocketFolder => lines.ElementAtOrDefault(4) ?? "";

    /// <summary>The process of the server, or whoever has its number now.</summary>
    public int ProcessId =>
        int.TryParse(lines.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The file of a cluster; null when its server was stopped in good order or never ran.</summary>
    public static PostmasterFile? Read(string data)
    {
        var path = Path.Combine(data, "postmaster.pid");
        try
        {
            return new(path, data, File.ReadAllLines(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Whether the process is this cluster's server, not gone, nor one that got its number later.</summary>
    public async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        if (ProcessId == 0)
            return false;

        if (!Directory.Exists("/proc/self"))
        {
            var id = ProcessId.ToString(CultureInfo.InvariantCulture);
            var listed = await Command.RunAsync("ps", ["-o", "args=", "-p", id], cancellationToken);
            return listed.Output.Contains(data, StringComparison.Ordinal);
        }

        try
        {
            var commandLine = await File.ReadAllTextAsync($"/proc/{ProcessId}/cmdline", cancellationToken);
            return commandLine.Split('\0').Contains(data, StringComparer.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Makes a file whose server is gone harmless, whoever has its process number now.</summary>
    /// <remarks>
    /// The rest of the file stays: by it a new server sees whether children of the old one still write, and waits.
    /// </remarks>
    public void Retire() => File.WriteAllLines(path, [NobodysId, .. lines.Skip(1)]);
}
