using Ledger.Domain.Stories;

namespace Ledger.Web.Pages.Desk.Forms;

/// <summary>The wrong and the right words as a form has them, one row for each pair.</summary>
/// <param name="Field">The name of a field, or empty for wherever the words stand.</param>
public sealed record ClaimRow(string Wrong, string Right, string Field)
{
    public static ClaimRow Empty { get; } = new("", "", "");

    private bool IsEmpty => Wrong.Length + Right.Length == 0;

    public static List<ClaimRow> Read(IFormCollection form)
    {
        var (wrong, right, field) = (form["wrong"], form["right"], form["field"]);
        var rows = wrong.Select((words, i) => new ClaimRow(
            FormText.Area(words), FormText.Area(right.ElementAtOrDefault(i)), field.ElementAtOrDefault(i) ?? ""))
            .ToList();
        return rows.Count == 0 ? [Empty] : rows;
    }

    /// <summary>The claims that the rows make; empty rows make none.</summary>
    public static IReadOnlyList<Claim> ToClaims(IEnumerable<ClaimRow> rows) =>
    [
        .. rows.Where(row => !row.IsEmpty).Select(row => new Claim(row.Wrong.Trim('\n'), row.Right.Trim('\n'),
            Enum.TryParse<ArticleField>(row.Field, ignoreCase: true, out var field) ? field : null)),
    ];
}
