using System.CommandLine;
using System.Globalization;
using Ledger.Application.Auditing;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;

namespace Ledger.Cli.Verbs;

internal static class AuditVerb
{
    public static Command Create()
    {
        var changes = new Command(
            "changes", "Classes every change of text again and names the unexplained; exit code 1 when there is one");
        changes.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ReadLog, cancellationToken);
            var audited = await session.Get<ChangeAudit>().RunAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(audited, cancellationToken);
            else
                await Output.TextAsync(Text(audited), cancellationToken);

            return audited.Unexplained.Count > 0 ? ExitCode.CheckFailed : ExitCode.Done;
        });
        return new Command("audit", "Checks from the log alone what the ledger claims") { changes };
    }

    private static string Text(AuditedChanges audited) =>
        string.Create(CultureInfo.InvariantCulture, $"unexplained changes: {audited.Unexplained.Count}\n")
        + string.Create(CultureInfo.InvariantCulture, $"{audited.Changes} changes of text were classed again; ")
        + string.Create(CultureInfo.InvariantCulture, $"{audited.Imported} more are imported history, not classed.\n")
        + Columns.Of(audited.Unexplained.Select(Row));

    private static string[] Row(UnexplainedChange change) =>
    [
        change.Position.ToString(CultureInfo.InvariantCulture),
        change.StoryId.ToString(),
        change.Type,
        ChangesCheck.Describe(change.Reason),
    ];
}
