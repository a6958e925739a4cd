using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Verbs;

internal static class DiffVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var from = new Argument<int>("A") { Description = "The number of a revision" };
        var to = new Argument<int>("B") { Description = "The number of another one" };
        var words = new Option<bool>("--words") { Description = "Marks single words in their places" };
        var command = new Command("diff", "Compares two published states of a story") { story, from, to, words };
        command.SetReading(async (session, cancellationToken) =>
        {
            var parsed = session.Parsed;
            var view = await session.FindStoryAsync(parsed.GetRequiredValue(story), cancellationToken);
            if (await session.IsHiddenAsync(view, cancellationToken))
                throw new RefusedException(new NotAllowed(Permission.ReadLog));

            var before = await session.FindRevisionAsync(view, parsed.GetRequiredValue(from), cancellationToken);
            var after = await session.FindRevisionAsync(view, parsed.GetRequiredValue(to), cancellationToken);
            var diff = ArticleDiff.Compare(before.Article, after.Article);
            if (session.AsJson)
                await Output.JsonAsync(diff, cancellationToken);
            else
                await Output.TextAsync(
                    DiffText.Of(diff, parsed.GetValue(words), Output.TakesColours), cancellationToken);
        });
        return command;
    }
}
