using System.Globalization;
using System.Text;
using Ledger.Application.Import;

namespace Ledger.Cli.Verbs;

/// <summary>What an import did, for people.</summary>
internal static class ImportText
{
    public static string Of(ImportSummary summary)
    {
        var text = new StringBuilder();
        Line($"{summary.Lines} lines of {summary.Articles} articles: {summary.Events} events added.");
        Line($"{summary.NewStories} stories are new.", summary.NewStories);
        Line($"{summary.Known} lines had been imported before.", summary.Known);
        Line($"{summary.SameText} lines have the text of the line before, which makes no revision.", summary.SameText);
        Line($"{summary.Unchanged} lines changed nothing.", summary.Unchanged);
        Line($"{summary.Waiting} lines wait: their story is retracted or withdrawn.", summary.Waiting);
        return text.ToString();

        void Line(FormattableString line, long count = 1)
        {
            if (count > 0)
                text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }
}
