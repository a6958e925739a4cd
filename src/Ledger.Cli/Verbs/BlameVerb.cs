using System.CommandLine;
using System.Globalization;
using System.Text;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Stories;
using Ledger.Projections.Blaming;
using Ledger.Web.Rendering;

namespace Ledger.Cli.Verbs;

internal static class BlameVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var revision = new Option<int?>("--revision") { Description = "That published state of it", HelpName = "N" };
        var command = new Command("blame", "Tells which revision put each phrase there, and why") { story, revision };
        command.SetReading(async (session, cancellationToken) =>
        {
            var view = await session.FindStoryAsync(session.Parsed.GetRequiredValue(story), cancellationToken);
            if (await session.IsHiddenAsync(view, cancellationToken))
                throw new RefusedException(new NotAllowed(Permission.ReadLog));

            var number = session.Parsed.GetValue(revision) ?? view.Revision;
            var blame = await session.Get<BlameQueries>().FindAsync(
                await session.FindRevisionAsync(view, number, cancellationToken), cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(Json(blame), cancellationToken);
            else
                await Output.TextAsync(Text(blame), cancellationToken);
        });
        return command;
    }

    private static object Json(BlameView blame) => new
    {
        Id = blame.Revision.Summary.StoryId,
        blame.Revision.Summary.Revision,
        blame.Fields,
        blame.Blocks,
        Origins = blame.Origins.Values.OrderBy(entry => entry.Revision),
    };

    private static string Text(BlameView blame)
    {
        var text = new StringBuilder();
        foreach (var field in blame.Fields)
            Add(text, DiffWords.Of(field.Name), field);

        foreach (var block in blame.Blocks)
        {
            foreach (var field in block.Fields)
            {
                var name = DiffWords.Of(field.Name).ToLowerInvariant();
                Add(text, $"{block.BlockId}  {Words.Of(block.Type)}: {name}", field);
            }
        }

        return text.Append('\n').Append(Columns.Of(blame.Origins.Values.OrderBy(entry => entry.Revision).Select(entry =>
            new[]
            {
                entry.Revision.ToString(CultureInfo.InvariantCulture),
                Plain.Time(entry.OccurredAt),
                ChangeWords.Of(entry).Title,
                Plain.Line(entry.Facts.Note),
            }))).ToString();
    }

    // A phrase that came back names both revisions: the one that it came with, and the one that brought it back.
    private static void Add(StringBuilder text, string name, BlamedText field)
    {
        text.Append(name).Append('\n');
        foreach (var phrase in field.Phrases)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {phrase.Revision}");
            if (phrase.Returned is { } back)
                text.Append(CultureInfo.InvariantCulture, $" (back in {back})");

            text.Append("  ").Append(Plain.Line(phrase.Text)).Append('\n');
        }
    }
}
