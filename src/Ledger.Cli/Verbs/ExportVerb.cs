using System.CommandLine;
using Ledger.Application.Auditing;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Hosting.Bundles;

namespace Ledger.Cli.Verbs;

internal static class ExportVerb
{
    public static Command Create()
    {
        var story = Symbols.Optional("--story", "Only this story, with a proof for each event", "STORY");
        var level = Symbols.Word<DisclosureLevel>("--level", "level", "For whom it is, and so how much it shows");
        var command = new Command(
            "export", "Prints an audit bundle: events, proofs and versions that anybody can verify without Ledger")
        {
            story, level,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            Guid? id = parsed.GetValue(story) is { } named
                ? await session.FindStoryIdAsync(named, cancellationToken)
                : null;
            var checkpoint = await session.SignAsync(cancellationToken);
            await session.Get<BundleExport>().WriteAsync(
                new(parsed.GetValue(level), id, checkpoint), Output.BytesAsync, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }
}
