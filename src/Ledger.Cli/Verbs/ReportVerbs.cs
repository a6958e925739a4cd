using System.CommandLine;
using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Reports;

namespace Ledger.Cli.Verbs;

/// <summary>What the desk does with reports of errors, by the rules of its pages.</summary>
internal static class ReportVerbs
{
    private const int MostListed = 1_000;

    public static Command Create() => new("report", "Triages reports of errors")
    {
        List(), Triage(), Close(), Decline(), Merge(), Reopen(), EraseContact(),
    };

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Those that are decided, too" };
        var command = new Command("list", "Lists the reports that wait, the most urgent first") { all };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.HandleReports, cancellationToken);
            await session.CatchUpAsync(cancellationToken);
            var page = await session.Get<ReportQueries>().ListAsync(
                new(Open: parsed.GetValue(all) ? null : true), null, MostListed, cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(page.Items, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(page.Items.Select(Row)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Triage()
    {
        var @class = Symbols.Word<CorrectionClass>("--class", "class", "What kind of error it seems to be");
        @class.Required = true;
        var severity = Symbols.Word<Severity>("--severity", "severity", "How grave; else as usual for the class");
        var owner = Symbols.Optional("--owner", "Who sees to it, such as user:ada");
        var due = Symbols.Time("--due", "By when it is to be decided; else as usual for the severity");
        var command = new Command("triage", "Says what kind of error it is, how grave, and who sees to it")
        {
            @class, severity, owner, due,
        };
        return command.Sends((parsed, actor, report) => new TriageReport(
            parsed.GetRequiredValue(@class),
            parsed.GetResult(severity) is null ? null : parsed.GetValue(severity),
            parsed.GetValue(owner),
            parsed.GetValue(due))
        { Actor = actor, Report = report });
    }

    private static Command Close()
    {
        var correction = Id("--correction", "A published correction of its story");
        return new Command("close", "Closes it by a correction") { correction }.Sends((parsed, actor, report) =>
            new CloseReport(parsed.GetRequiredValue(correction)) { Actor = actor, Report = report });
    }

    private static Command Decline()
    {
        var reason = Symbols.Required("--reason", "Why, for the reporter");
        return new Command("decline", "Closes it without a correction") { reason }.Sends((parsed, actor, report) =>
            new DeclineReport(parsed.GetRequiredValue(reason)) { Actor = actor, Report = report });
    }

    private static Command Merge()
    {
        var into = Id("--into", "The report that goes on");
        return new Command("merge", "Closes it because another says the same") { into }.Sends((parsed, actor, report) =>
            new MergeReport(parsed.GetRequiredValue(into)) { Actor = actor, Report = report });
    }

    private static Command Reopen()
    {
        var reason = Symbols.Required("--reason", "Why");
        return new Command("reopen", "Opens a closed report again") { reason }.Sends((parsed, actor, report) =>
            new ReopenReport(parsed.GetRequiredValue(reason)) { Actor = actor, Report = report });
    }

    private static Command EraseContact() => new Command("erase-contact", "Forgets who reported it").Sends(
        (_, actor, report) => new EraseContact { Actor = actor, Report = report });

    /// <summary>Sends what a command line asks for, and prints where the report is after it.</summary>
    private static Command Sends(this Command command, Func<ParseResult, Actor, Guid, ReportRequest> request)
    {
        var report = new Argument<Guid>("REPORT") { Description = "The id of a report; 'ledger report list' has them" };
        command.Add(report);
        command.Add(Writing.CommandId);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var actor = await session.GetActorAsync(cancellationToken);
            var named = request(parsed, actor, parsed.GetRequiredValue(report));
            var outcome = await session.SendAsync(
                named with { IdempotencyKey = parsed.GetValue(Writing.CommandId) }, cancellationToken);
            if (outcome is not StreamOutcome<Report?>.Done done)
                throw new RefusedException(((StreamOutcome<Report?>.Refused)outcome).Refusal);

            await Output.JsonAsync(
                new { done.Id, done.Version, done.Position, done.Changed, done.Repeated }, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<Guid> Id(string name, string description) =>
        new(name) { Description = description, HelpName = "ID", Required = true };

    private static string[] Row(ReportView report) =>
    [
        report.Id.ToString(),
        Symbols.Name(report.Status),
        report.Severity is { } severity ? Symbols.Name(severity) : "-",
        report.Status.IsOpen() ? $"due {Plain.Time(report.DueAt)}" : Plain.Time(report.ChangedAt),
        Plain.Line(report.Slug),
        Plain.Line(report.Text),
    ];
}
