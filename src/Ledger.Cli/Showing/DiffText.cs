using System.Text;
using Ledger.Domain.Stories;
using Ledger.Text;
using Ledger.Web.Rendering;

namespace Ledger.Cli.Showing;

/// <summary>What differs between two articles, for a terminal.</summary>
internal static class DiffText
{
    private const string Red = "\e[31m";
    private const string Green = "\e[32m";
    private const string Off = "\e[0m";

    /// <param name="diff">The difference.</param>
    /// <param name="words">Whether both sides stand in one text, <c>[-out-]{+in+}</c>, or below each other.</param>
    /// <param name="colours">Whether the terminal understands them.</param>
    public static string Of(ArticleDiff diff, bool words, bool colours)
    {
        var text = new StringBuilder();
        foreach (var field in diff.Fields.Where(field => field.IsChanged))
            Field(text, DiffWords.Of(field.Name), field, words, colours);

        foreach (var row in diff.Blocks.Where(row => row.Change != BlockChange.Same))
        {
            text.Append(row.BlockId).Append("  ").Append(Words.Of(row.Type)).Append(": ")
                .Append(DiffWords.Of(row).ToLowerInvariant()).Append('\n');
            foreach (var field in row.Fields.Where(field => field.IsChanged))
                Field(text, $"  {DiffWords.Of(field.Name)}", field, words, colours);
        }

        return text.ToString();
    }

    private static void Field(StringBuilder text, string name, FieldDiff field, bool words, bool colours)
    {
        text.Append(name).Append('\n');
        if (words)
        {
            text.Append(string.Concat(field.Runs.Select(run => Marked(run, colours)))).Append('\n');
            return;
        }

        Side(text, "- ", Joined(field, DiffKind.Added), colours ? Red : "");
        Side(text, "+ ", Joined(field, DiffKind.Removed), colours ? Green : "");
    }

    private static string Joined(FieldDiff field, DiffKind without) =>
        string.Concat(field.Runs.Where(run => run.Kind != without).Select(run => run.Text));

    private static void Side(StringBuilder text, string mark, string side, string colour)
    {
        if (side.Length == 0)
            return;

        foreach (var line in Plain.Lines(side).Split('\n'))
            text.Append(colour).Append(mark).Append(line).Append(colour.Length > 0 ? Off : "").Append('\n');
    }

    private static string Marked(DiffRun run, bool colours) => (run.Kind, Plain.Lines(run.Text), colours) switch
    {
        (DiffKind.Removed, var words, true) => $"{Red}[-{words}-]{Off}",
        (DiffKind.Removed, var words, false) => $"[-{words}-]",
        (DiffKind.Added, var words, true) => $"{Green}{{+{words}+}}{Off}",
        (DiffKind.Added, var words, false) => $"{{+{words}+}}",
        var (_, words, _) => words,
    };
}
