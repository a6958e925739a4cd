using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

internal static class HeadlineVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var text = Symbols.Optional("--text", "The new headline");
        var standfirst = Symbols.Optional("--standfirst", "The new standfirst; empty takes it away");
        var reason = Symbols.Optional("--reason", "What readers are told about it");
        var ifVersion = Writing.IfVersion();
        var command = new Command("headline", "Changes the headline of a story, its standfirst, or both")
        {
            story, text, standfirst, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(text) is null && parsed.GetValue(standfirst) is null)
                throw new UsageException("Name at least one of --text and --standfirst.");

            return Writing.RunAsync(
                parsed,
                actor => new ChangeHeadline(parsed.GetValue(text), parsed.GetValue(standfirst), parsed.GetValue(reason))
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
