using System.Globalization;
using System.Text;
using Ledger.Application.Import;

namespace Ledger.Cli.Verbs;

/// <summary>What an import did, for people.</summary>
/// <remarks>What a file has many of is called by its name: a line, or a revision.</remarks>
internal static class ImportText
{
    public static string Of(ImportSummary summary, string unit)
    {
        var text = new StringBuilder();
        Line($"{summary.Lines} {unit}s of {summary.Articles} articles: {summary.Events} events added.");
        Line($"{summary.NewStories} stories are new.", summary.NewStories);
        Line($"{summary.Known} {unit}s had been imported before.", summary.Known);
        Line($"{summary.SameText} {unit}s have the text of the one before, which makes no revision.", summary.SameText);
        Line($"{summary.Unchanged} {unit}s changed nothing.", summary.Unchanged);
        Line($"{summary.Waiting} {unit}s wait: their story is retracted or withdrawn.", summary.Waiting);
        return text.ToString();

        void Line(FormattableString line, long count = 1)
        {
            if (count > 0)
                text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
