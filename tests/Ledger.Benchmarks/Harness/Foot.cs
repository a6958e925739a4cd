using System.Globalization;

namespace Ledger.Benchmarks.Harness;

/// <summary>What stands below the table.</summary>
internal static class Foot
{
    private const string NotMeasured = "blame has no figure of its own; rebuild makes it with the other read models.";

    /// <summary>Under which conditions it was measured, and what is not to be trusted.</summary>
    public static string Write(IReadOnlyCollection<Figure> figures, Pace pace)
    {
        var rounds = string.Create(CultureInfo.InvariantCulture,
            $"Medians of {pace.Pairs} rounds of {pace.Round.TotalSeconds:0.#} s, limit and ours in turn, ")
            + string.Create(CultureInfo.InvariantCulture, $"on {Environment.ProcessorCount} processors; load average ")
            + $"{string.Join(' ', LoadAverage())} at the end.\n";
        return $"{rounds}{Disturbance(figures)}{NotMeasured}\n";
    }

    /// <summary>Says which figures other programs disturbed; empty when none did.</summary>
    public static string Disturbance(IReadOnlyCollection<Figure> figures)
    {
        var disturbed = figures.Where(figure => figure.Disturbed).ToList();
        if (disturbed.Count == 0)
            return "";

        var most = disturbed.Max(figure => figure.OtherLoad).ToString("P0", CultureInfo.InvariantCulture);
        return $"* Other programs disturbed it: they took up to {most} of the processors in a round of "
            + $"{string.Join(", ", disturbed.Select(figure => figure.Name))}.\n";
    }

    private static string[] LoadAverage() => File.ReadAllText("/proc/loadavg").Split(' ')[..3];
}
