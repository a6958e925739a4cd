namespace Ledger.Hosting.Embedded;

/// <summary>What the server says of itself, in a file.</summary>
internal sealed class ServerLog(string path)
{
    private const long Large = 1_000_000;

    // What it said in earlier runs does not explain this one.
    private long begin;

    /// <summary>Puts a large file aside, and takes note of where the next run begins.</summary>
    public void KeepSmall()
    {
        var file = new FileInfo(path);
        begin = file.Exists ? file.Length : 0;
        if (begin <= Large)
            return;

        file.MoveTo(path + ".old", overwrite: true);
        begin = 0;
    }

    /// <summary>Why the server gave up in this run, in its own words; null when it does not say.</summary>
    public string? WhyItEnded()
    {
        if (!File.Exists(path))
            return null;

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = Math.Min(begin, file.Length);
        using var reader = new StreamReader(file);
        string? last = null;
        while (reader.ReadLine() is { } line)
        {
            var fatal = line.IndexOf("FATAL:", StringComparison.Ordinal);
            if (fatal >= 0)
                last = line[(fatal + "FATAL:".Length)..].Trim();
        }

        return last;
    }
}
