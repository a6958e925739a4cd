using System.CommandLine;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Formats;

namespace Ledger.Cli.Verbs;

internal static class ShowVerb
{
    private enum Format { Text, Json, Html }

    public static Command Create()
    {
        var story = Symbols.Story();
        var revision = new Option<int?>("--revision") { Description = "That published state of it", HelpName = "N" };
        var at = Symbols.Time("--at", "The state that it had at that time");
        var atPosition = new Option<long?>("--at-position")
        {
            Description = "The state that it had when the log ended there",
            HelpName = "P",
        };
        var format = Symbols.Word<Format>("--format", "format", "How to print it");
        var command = new Command("show", "Prints a story as it is now, or as it was")
        {
            story, revision, at, atPosition, format,
        };
        command.SetReading(async (session, cancellationToken) =>
        {
            var parsed = session.Parsed;
            if (new Option[] { revision, at, atPosition }.Count(option => parsed.GetResult(option) is not null) > 1)
                throw new UsageException("Name one of --revision N, --at TIME and --at-position P.");

            var view = await session.FindStoryAsync(parsed.GetRequiredValue(story), cancellationToken);
            var shown = (parsed.GetValue(revision), parsed.GetValue(at), parsed.GetValue(atPosition)) switch
            {
                ({ } number, _, _) => Shown.Then(
                    view, await session.FindRevisionAsync(view, number, cancellationToken)),
                (_, { } time, _) => Shown.Then(
                    view, await session.FindRevisionAtAsync(view, time, cancellationToken)),
                (_, _, { } position) => Shown.Then(
                    view, await session.FindRevisionAtPositionAsync(view, position, cancellationToken)),
                _ => Shown.Now(view),
            };
            if (await session.IsHiddenAsync(view, cancellationToken))
                shown = shown.Hidden(view);

            if (session.AsJson && parsed.GetResult(format) is null)
                await Output.JsonAsync(shown, cancellationToken);
            else
                await PrintAsync(shown, parsed.GetValue(format), cancellationToken);
        });
        return command;
    }

    private static Task PrintAsync(Shown shown, Format format, CancellationToken cancellationToken)
    {
        // A page says it itself, and so does a text that is nothing else.
        if (shown.Notice is { } notice && format != Format.Html && notice != shown.Text)
            ErrorOutput.Notice($"The story is {Symbols.Name(shown.Status)}: {notice}");

        return format switch
        {
            Format.Json => Output.BytesAsync(
                StoryJson.Write(new(shown.Slug, shown.PublishedAt, shown.Article)), cancellationToken),
            Format.Html => Output.TextAsync(StoryPage.Write(shown), cancellationToken),
            _ => Output.TextAsync(shown.Text, cancellationToken),
        };
    }
}
