using System.CommandLine;
using System.Globalization;
using System.Text;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Projections.Changelog;
using Ledger.Text;
using Ledger.Web.Rendering;
using Ledger.Web.Withholding;

namespace Ledger.Cli.Verbs;

internal static class ChangelogVerb
{
    private const int PageSize = 500;

    public static Command Create()
    {
        var story = Symbols.Story();
        var command = new Command("changelog", "Tells what changed in a story and why, newest first") { story };
        command.SetReading(async (session, cancellationToken) =>
        {
            var view = await session.FindStoryAsync(session.Parsed.GetRequiredValue(story), cancellationToken);
            var entries = await ReadAsync(session.Get<ChangelogQueries>(), view.Id, cancellationToken);
            if (await session.IsHiddenAsync(view, cancellationToken))
                entries = [.. entries.Select(known => Withheld.Of(known, view))];

            if (session.AsJson)
                await Output.JsonAsync(entries, cancellationToken);
            else
                await Output.TextAsync(string.Join('\n', entries.Select(Text)), cancellationToken);
        });
        return command;
    }

    private static async Task<List<ChangelogEntry>> ReadAsync(
        ChangelogQueries queries, Guid story, CancellationToken cancellationToken)
    {
        var entries = new List<ChangelogEntry>();
        long? before = null;
        while (await queries.ListAsync(story, before, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            entries.AddRange(page);
            before = page[^1].Version;
        }

        return entries;
    }

    private static string Text(ChangelogEntry entry)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Plain.Time(entry.OccurredAt)}  {ChangeWords.Of(entry).Title}");
        text.Append(CultureInfo.InvariantCulture, $"  (revision {entry.Revision}, ");
        text.Append(Plain.Line(Words.Person(entry.Actor, entry.ActorName))).Append(")\n");
        foreach (var line in entry.Facts.Note is { } note ? Plain.Lines(note).Split('\n') : [])
            text.Append("    ").Append(line).Append('\n');

        foreach (var fact in FactWords.Of(entry))
            text.Append("    ").Append(fact.Name).Append(": ").Append(Change(fact)).Append('\n');

        foreach (var flag in FactWords.FlagsOf(entry.Facts))
            text.Append("    May alter: ").Append(Plain.Line(flag)).Append('\n');

        return text.ToString();
    }

    private static string Change(Fact fact) => (Side(fact, DiffKind.Added), Side(fact, DiffKind.Removed)) switch
    {
        ("", var to) => $"“{to}” added",
        (var from, "") => $"“{from}” taken out",
        var (from, to) => $"“{from}” became “{to}”",
    };

    private static string Side(Fact fact, DiffKind other) =>
        Plain.Line(string.Concat(fact.Runs.Where(run => run.Kind != other).Select(run => run.Text)));
}
