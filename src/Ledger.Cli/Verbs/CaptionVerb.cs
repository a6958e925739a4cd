using System.CommandLine;
using Ledger.Application.Stories;
using Ledger.Cli.Running;

namespace Ledger.Cli.Verbs;

internal static class CaptionVerb
{
    public static Command Create()
    {
        var story = Symbols.Story();
        var block = Symbols.Required("--block", "The image", "ID");
        var text = Symbols.Optional("--text", "The new caption; empty takes it away");
        var credit = Symbols.Optional("--credit", "The new credit; empty takes it away");
        var reason = Symbols.Required("--reason", "What readers are told about it");
        var ifVersion = Writing.IfVersion();
        var command = new Command("caption", "Changes the caption of an image, its credit, or both")
        {
            story, block, text, credit, reason, ifVersion, Writing.CommandId,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            if (parsed.GetValue(text) is null && parsed.GetValue(credit) is null)
                throw new UsageException("Name at least one of --text and --credit.");

            return Writing.RunAsync(
                parsed,
                actor => new EditCaption(
                    parsed.GetRequiredValue(block), parsed.GetValue(text), parsed.GetValue(credit),
                    parsed.GetRequiredValue(reason))
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
