using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

internal static class PublishVerb
{
    public static Command Create()
    {
        var file = Symbols.File("A story as JSON");
        var command = new Command("publish", "Publishes a story; the same a second time changes nothing")
        {
            file, Writing.CommandId,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var story = await Input.ReadStoryAsync(parsed.GetRequiredValue(file), cancellationToken);
            return await Writing.RunAsync(
                parsed,
                actor => new PublishStory(story.Article, story.Slug) { Actor = actor, ClaimedAt = story.PublishedAt },
                cancellationToken);
        });
        return command;
    }
}
