using System.Text;

namespace Ledger.Cli.Showing;

/// <summary>Rows in columns as wide as they need to be; the last one takes what is left.</summary>
internal static class Columns
{
    private const string Between = "  ";

    public static string Of(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return "";

        var widths = Enumerable.Range(0, all[0].Length).Select(column => all.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in all)
        {
            var cells = row.Select((cell, column) => cell.PadRight(widths[column]));
            text.Append(string.Join(Between, cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
