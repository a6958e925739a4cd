using System.Diagnostics;

namespace Ledger.Domain.Reports;

/// <summary>A report folded from its events.</summary>
/// <param name="Received">What was reported.</param>
/// <param name="Triage">What the desk made of it last; null before anybody looked.</param>
/// <param name="Closed">How it ended; null while it is open.</param>
/// <param name="HasContact">Whether a name or an address of the reporter is still kept.</param>
public sealed record Report(ReportReceived Received, ReportTriaged? Triage, ReportClosed? Closed, bool HasContact)
{
    /// <summary>The report after an event; null is that before the first. No rule is checked.</summary>
    /// <exception cref="UnreachableException">The event cannot follow, or is not known here.</exception>
    public static Report? Evolve(Report? report, ReportEvent happened) => (report, happened) switch
    {
        (null, ReportReceived e) => new(e, null, null, e.HasContact),
        ({ Closed: null }, ReportTriaged e) => report with { Triage = e },
        ({ Closed: null }, ReportClosed e) => report with { Closed = e },
        ({ Closed: not null }, ReportReopened) => report with { Closed = null },
        ({ HasContact: true }, ReportContactErased) => report with { HasContact = false },
        _ => throw new UnreachableException(
            $"{happened.GetType().Name} cannot happen to {report?.ToString() ?? "no report"}."),
    };
}
