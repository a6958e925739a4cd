using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using static Ledger.Domain.Reports.ReportCommand;

namespace Ledger.Domain.Reports;

/// <summary>Every rule of a report: what follows from a command, or which rule refuses it.</summary>
public static class ReportDecider
{
    private static Decision<ReportEvent> Nothing { get; } = new([], null);

    /// <summary>Pure: the same command on the same state gives the same decision, and a repeated one nothing.</summary>
    public static Decision<ReportEvent> Decide(
        ReportCommand command, Report? report, Limits limits, Deadlines deadlines) => (report, command) switch
        {
            (null, Receive c) => Received(c),
            (null, _) => new ReportNotFound(),
            (_, Receive c) => IsRepeated(c, report.Received) ? Nothing : new ReportExists(),

            ({ HasContact: true }, EraseContact) => new ReportContactErased(),
            (_, EraseContact) => Nothing,

            ({ Closed: null }, Triage c) => Triaged(c, report, limits, deadlines),
            ({ Closed: null }, Reopen) => new ReportIsOpen(),
            ({ Closed: not null }, Reopen c) =>
                TextRules.Reason(c.Reason, limits) is { } broken ? broken : new ReportReopened(c.Reason),
            (_, Decline c) => Close(new(ReportClosing.Declined, c.Reason, null, null), report,
                TextRules.Reason(c.Reason, limits)),
            (_, CloseByCorrection c) => Close(new(ReportClosing.Corrected, null, c.CorrectionId, null), report,
                c.IsPublished ? null : new CorrectionNotOfStory()),
            (_, Merge c) => Close(new(ReportClosing.Merged, null, null, c.Into), report, MergeRules(c, report)),
            _ => new ReportIsClosed(),
        };

    private static Decision<ReportEvent> Received(Receive c) =>
        ReportRules.FirstBroken(c) is { } broken
            ? broken
            : new ReportReceived(
                c.StoryId, c.Revision, c.Quote, c.Text, c.Evidence, c.Source, c.HasContact, c.DueAt);

    // What is asked for twice has another deadline the second time, and is the same all the same.
    private static bool IsRepeated(Receive c, ReportReceived first) =>
        first == new ReportReceived(
            c.StoryId, c.Revision, c.Quote, c.Text, c.Evidence, c.Source, c.HasContact, first.DueAt);

    private static Decision<ReportEvent> Triaged(Triage c, Report report, Limits limits, Deadlines deadlines)
    {
        if (TextRules.Broken("owner", c.Owner, limits.Field) is { } broken)
            return broken;

        var severity = c.Severity ?? c.Class.DefaultSeverity();
        var isAsBefore = report.Triage is { } last
            && (last.Class, last.Severity, last.Owner) == (c.Class, severity, c.Owner)
            && (c.DueAt is null || c.DueAt == last.DueAt);
        return isAsBefore
            ? Nothing
            : new ReportTriaged(c.Class, severity, c.Owner,
                c.DueAt ?? (report.Triage is { } before && before.Severity == severity
                    ? before.DueAt
                    : c.Now.AddHours(deadlines.DecideHours.For(severity))));
    }

    private static Decision<ReportEvent> Close(ReportClosed closing, Report report, Refusal? broken) =>
        report.Closed is { } closed ? (closed == closing ? Nothing : new ReportIsClosed())
        : broken is not null ? broken
        : closing;

    private static CannotMerge? MergeRules(Merge c, Report report) => c.Other switch
    {
        _ when c.Into == c.Id => new("it is this report itself"),
        null => new("there is none of that id"),
        { Received.StoryId: var story } when story != report.Received.StoryId => new("it is about another story"),
        { Closed.Closing: ReportClosing.Merged } => new("it is merged into another one itself"),
        _ => null,
    };
}
