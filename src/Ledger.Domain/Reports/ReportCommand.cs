using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

/// <summary>What somebody wants to happen to a report. Times and ids are part of it.</summary>
public abstract record ReportCommand
{
    private ReportCommand() { }

    public sealed record Receive(
        Guid StoryId, int Revision, TextQuote? Quote, string Text, string? Evidence, ReportSource Source,
        bool HasContact, DateTimeOffset DueAt) : ReportCommand;

    /// <param name="Severity">Null takes that of the class.</param>
    public sealed record Triage(
        CorrectionClass Class, Severity? Severity, string? Owner, DateTimeOffset? DueAt, DateTimeOffset Now)
        : ReportCommand;

    public sealed record Decline(string Reason) : ReportCommand;

    /// <param name="IsPublished">Whether the report's story has this correction.</param>
    public sealed record CloseByCorrection(Guid CorrectionId, bool IsPublished) : ReportCommand;

    /// <param name="Id">This report.</param>
    /// <param name="Other">The report that says the same, or null when there is none of that id.</param>
    public sealed record Merge(Guid Id, Guid Into, Report? Other) : ReportCommand;

    public sealed record Reopen(string Reason) : ReportCommand;

    public sealed record EraseContact : ReportCommand;
}
