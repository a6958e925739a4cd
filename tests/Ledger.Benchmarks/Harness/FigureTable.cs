using System.Globalization;
using System.Text;

namespace Ledger.Benchmarks.Harness;

/// <summary>The result for people.</summary>
internal static class FigureTable
{
    private const string Gap = "  ";

    private static readonly string[] Head =
        ["name", "value", "unit", "limit", "ratio", "must reach", "met", "p50 ms", "p99 ms", "n", "limit is"];

    // What is a word stands to the left, what is a number to the right.
    private static readonly bool[] IsWord =
        [true, false, true, false, false, true, true, false, false, false, true];

    public static string Write(IReadOnlyCollection<Figure> figures)
    {
        string[][] rows = [Head, .. figures.Select(Row)];
        var widths = Head.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var cells = row.Select((cell, column) =>
                IsWord[column] ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]));
            text.AppendLine(string.Join(Gap, cells).TrimEnd());
        }

        return text.ToString();
    }

    private static string[] Row(Figure figure) =>
    [
        figure.Disturbed ? figure.Name + " *" : figure.Name,
        Number(figure.Value),
        figure.Unit,
        Number(figure.Limit),
        figure.Ratio?.ToString("0.00", CultureInfo.InvariantCulture) ?? "",
        figure.Target?.Text ?? "",
        figure.Met switch { true => "yes", false => "NO", null => "" },
        Number(figure.P50),
        Number(figure.P99),
        figure.N.ToString(CultureInfo.InvariantCulture),
        figure.LimitName ?? "",
    ];

    private static string Number(double? value) => value switch
    {
        null => "",
        >= 100 => value.Value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.000", CultureInfo.InvariantCulture),
    };
}
