using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Verbs;

internal static class ReviseVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var file = Symbols.File("The whole story as it is to be, as 'ledger show --format json' prints it");
        var kind = Symbols.Word<RevisionKind>("--kind", "kind", "Why nothing in it was wrong");
        kind.Required = true;
        var reason = Symbols.Optional("--reason", "What readers are told about it");
        var ifVersion = Writing.IfVersion();
        var command = new Command("revise", "Replaces the text of a story where nothing in it was wrong")
        {
            story, file, kind, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var read = await Input.ReadStoryAsync(parsed.GetRequiredValue(file), cancellationToken);
            return await Writing.RunAsync(
                parsed,
                actor => new ReviseArticle(read.Article, parsed.GetRequiredValue(kind), parsed.GetValue(reason))
                {
                    Actor = actor,
                    Story = parsed.GetRequiredValue(story),
                    ExpectedVersion = parsed.GetValue(ifVersion),
                },
                cancellationToken);
        });
        return command;
    }
}
