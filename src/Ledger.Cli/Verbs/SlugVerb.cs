using System.CommandLine;
using Ledger.Application.Stories;

namespace Ledger.Cli.Verbs;

internal static class SlugVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var slug = new Argument<string>("SLUG") { Description = "The new one; the old one leads to it for ever" };
        var reason = Symbols.Optional("--reason", "Why, for the log");
        var ifVersion = Writing.IfVersion();
        var command = new Command("slug", "Changes the address of a story")
        {
            story, slug, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) => Writing.RunAsync(
            parsed,
            actor => new ChangeSlug(parsed.GetRequiredValue(slug), parsed.GetValue(reason))
            {
                Actor = actor,
                Story = parsed.GetRequiredValue(story),
                ExpectedVersion = parsed.GetValue(ifVersion),
            },
            cancellationToken));
        return command;
    }
}
