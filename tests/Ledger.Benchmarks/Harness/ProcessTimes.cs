using System.Globalization;

namespace Ledger.Benchmarks.Harness;

/// <summary>Processor time, as Linux counts it in <c>/proc</c>, in ticks of a hundredth of a second.</summary>
internal static class ProcessTimes
{
    /// <summary>The time that processors were busy, or taken away by the host, since the machine started.</summary>
    public static long Busy()
    {
        // cpu user nice system idle iowait irq softirq steal; guests are part of user.
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] busy = [1, 2, 3, 6, 7, 8];
        return busy.Sum(field => Number(fields[field]));
    }

    /// <summary>The time of processes and of all that they started, whether it still runs or not.</summary>
    public static long OfTrees(IReadOnlyCollection<int> roots)
    {
        var all = ReadAll();
        var children = all.Values.ToLookup(process => process.Parent);
        var total = 0L;
        var left = new Stack<int>(roots);
        while (left.TryPop(out var id))
        {
            if (!all.TryGetValue(id, out var process))
                continue;

            total += process.Ticks;
            foreach (var child in children[id])
                left.Push(child.Id);
        }

        return total;
    }

    /// <summary>The process that started this one; 0 when it is gone.</summary>
    public static int ParentOf(int id) => Read(id)?.Parent ?? 0;

    private static Dictionary<int, Process> ReadAll() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0)
        .Select(Read)
        .OfType<Process>()
        .ToDictionary(process => process.Id);

    private static Process? Read(int id)
    {
        try
        {
            // The name in parentheses may hold anything. After it come state and parent; utime and stime are the
            // 14th and 15th field, and after them those of children that have ended.
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return new(id, (int)Number(fields[1]), fields[11..15].Sum(Number));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    private sealed record Process(int Id, int Parent, long Ticks);
}
