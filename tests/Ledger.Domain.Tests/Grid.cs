namespace Ledger.Domain.Tests;

/// <summary>A table of what commands come to, written as a reader wants to see it.</summary>
internal static class Grid
{
    /// <summary>The cells as row, column and content; the first line names the columns.</summary>
    public static TheoryData<string, string, string> Cells(string table)
    {
        var rows = table.Split('\n').Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in rows.Skip(1))
        {
            for (var i = 1; i < row.Length; i++)
                cells.Add(row[0], rows[0][i], row[i]);
        }

        return cells;
    }
}
