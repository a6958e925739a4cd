using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportStatus { Received, Triaged, Corrected, Declined, Merged }

public static class ReportStatuses
{
    /// <summary>Whether the desk still has something to do.</summary>
    public static bool IsOpen(this ReportStatus status) => status is ReportStatus.Received or ReportStatus.Triaged;
}

/// <summary>A report of an error, with the story it is about as that is now.</summary>
/// <param name="Revision">The state of the story that the reporter read.</param>
/// <param name="DueAt">By when it is to be looked at, or decided once that is done.</param>
/// <param name="Reason">Why it was declined.</param>
/// <param name="Version">The version of the report's stream; also its ETag.</param>
public sealed record ReportView(
    Guid Id, Guid StoryId, string Slug, string Headline, string? Section, string Language, int Revision,
    TextQuote? Quote, string Text, string? Evidence, ReportSource Source, bool HasContact, ReportStatus Status,
    CorrectionClass? Class, Severity? Severity, string? Owner, DateTimeOffset DueAt, string? Reason,
    Guid? CorrectionId, Guid? MergedInto, long Version, DateTimeOffset ReceivedAt, DateTimeOffset ChangedAt)
{
    /// <summary>What the story is now.</summary>
    public StoryStatus StoryStatus { get; init; }
}

/// <summary>What the desk said of a report in one step; what is null was not said.</summary>
public sealed record ReportFacts(
    CorrectionClass? Class = null, Severity? Severity = null, string? Owner = null, DateTimeOffset? DueAt = null,
    ReportClosing? Closing = null, string? Reason = null, Guid? CorrectionId = null, Guid? MergedInto = null);

/// <summary>One thing that happened to a report.</summary>
public sealed record ReportStepView(
    long Version, string Type, ReportFacts Facts, string Actor, string? ActorName, DateTimeOffset OccurredAt);

/// <summary>Which reports to list; what is null does not filter.</summary>
/// <param name="Open">True for those that wait for the desk, false for those that are decided.</param>
/// <param name="Owner">An account, or an empty text for those that nobody has.</param>
public sealed record ReportFilter(
    bool? Open = null, ReportStatus? Status = null, CorrectionClass? Class = null, Severity? Severity = null,
    string? Owner = null, Guid? Story = null, DateTimeOffset? DueBefore = null);
