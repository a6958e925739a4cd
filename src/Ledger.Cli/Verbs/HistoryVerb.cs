using System.CommandLine;
using System.Globalization;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Projections.Revisions;
using Ledger.Web.Rendering;
using Ledger.Web.Withholding;

namespace Ledger.Cli.Verbs;

internal static class HistoryVerb
{
    private const int PageSize = 500;

    public static Command Create()
    {
        var story = Symbols.Story();
        var command = new Command("history", "Lists every published state of a story, newest first") { story };
        command.SetReading(async (session, cancellationToken) =>
        {
            var view = await session.FindStoryAsync(session.Parsed.GetRequiredValue(story), cancellationToken);
            var revisions = await ReadAsync(session.Get<RevisionQueries>(), view.Id, cancellationToken);
            if (await session.IsHiddenAsync(view, cancellationToken))
                revisions = [.. revisions.Select(known => Withheld.Of(known, view))];

            if (session.AsJson)
                await Output.JsonAsync(revisions, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(revisions.Select(Row)), cancellationToken);
        });
        return command;
    }

    private static async Task<List<RevisionSummary>> ReadAsync(
        RevisionQueries queries, Guid story, CancellationToken cancellationToken)
    {
        var revisions = new List<RevisionSummary>();
        int? before = null;
        while (await queries.ListAsync(story, before, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            revisions.AddRange(page);
            before = page[^1].Revision;
        }

        return revisions;
    }

    private static string[] Row(RevisionSummary revision) =>
    [
        revision.Revision.ToString(CultureInfo.InvariantCulture),
        Plain.Time(revision.OccurredAt),
        ChangeWords.OfType(revision.Type).Title,
        Plain.Line(Words.Person(revision.Actor, revision.ActorName)),
        Plain.Line(revision.Reason ?? revision.Headline),
    ];
}
