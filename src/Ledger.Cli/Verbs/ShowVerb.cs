using System.CommandLine;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Formats;
using Ledger.Projections.Stories;

namespace Ledger.Cli.Verbs;

internal static class ShowVerb
{
    private enum Format { Text, Json, Html }

    public static Command Create()
    {
        var story = Symbols.Story();
        var revision = new Option<int?>("--revision") { Description = "That published state of it", HelpName = "N" };
        var at = Symbols.Time("--at", "The state that it had at that time");
        var format = Symbols.Word<Format>("--format", "format", "How to print it");
        var command = new Command("show", "Prints a story as it is now, or as it was") { story, revision, at, format };
        command.SetReading(async (session, cancellationToken) =>
        {
            var parsed = session.Parsed;
            if (parsed.GetValue(revision) is not null && parsed.GetValue(at) is not null)
                throw new UsageException("Name either --revision N or --at TIME.");

            var view = await session.FindStoryAsync(parsed.GetRequiredValue(story), cancellationToken);
            var shown = (parsed.GetValue(revision), parsed.GetValue(at)) switch
            {
                ({ } number, _) => Shown.Of(await session.FindRevisionAsync(view, number, cancellationToken)),
                (_, { } time) => Shown.Of(await session.FindRevisionAtAsync(view, time, cancellationToken)),
                _ => new Shown(view.Status, view.Notice, view.Article),
            };
            var asJson = session.AsJson && parsed.GetResult(format) is null;
            await PrintAsync(view, shown, asJson ? Format.Json : parsed.GetValue(format), cancellationToken);
        });
        return command;
    }

    private static Task PrintAsync(StoryView story, Shown shown, Format format, CancellationToken cancellationToken)
    {
        var isInOutput = format == Format.Html || (format == Format.Text && shown.InPlaceOfText is not null);
        if (shown.Notice is { } notice && !isInOutput)
            ErrorOutput.Notice($"The story is {Symbols.Name(shown.Status)}: {notice}");

        return format switch
        {
            Format.Json => Output.BytesAsync(
                StoryJson.Write(new(story.Slug, story.PublishedAt, shown.Article)), cancellationToken),
            Format.Html => Output.TextAsync(StoryPage.Write(shown), cancellationToken),
            _ => Output.TextAsync(shown.InPlaceOfText ?? shown.Article.ToBodyText(), cancellationToken),
        };
    }
}
