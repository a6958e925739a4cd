using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

// These names are the stored format. An event that has been published is never altered: a new shape gets a new
// type, and the old one an upcaster in the catalogue.

/// <summary>Something that happened to one report of an error. None holds who reported it.</summary>
public abstract record ReportEvent;

/// <summary>Who found the error.</summary>
public enum ReportSource { Reader, Staff }

/// <summary>How a report came to its end.</summary>
public enum ReportClosing { Corrected, Declined, Merged }

/// <summary>Words of a story, found again by what stands around them; nothing in it depends on markup.</summary>
/// <param name="Exact">The words themselves.</param>
/// <param name="Prefix">What stands right before them, where that is known.</param>
/// <param name="Suffix">What stands right after them, where that is known.</param>
/// <param name="Field">The field in which they stand; null means wherever they occur.</param>
/// <param name="BlockId">The block in which they stand, where that is known.</param>
public sealed record TextQuote(
    string Exact, string? Prefix = null, string? Suffix = null, ArticleField? Field = null, string? BlockId = null);

/// <summary>Somebody says that a story is wrong.</summary>
/// <param name="StoryId">The story's stream.</param>
/// <param name="Revision">The number of the state that the reporter read.</param>
/// <param name="Quote">The words in question; null where something is missing.</param>
/// <param name="Text">What is wrong, in the reporter's words.</param>
/// <param name="Evidence">An address that bears it out.</param>
/// <param name="HasContact">Whether the reporter left a name or an address, which are kept apart from the log.</param>
/// <param name="DueAt">By when somebody is to look at it.</param>
[EventType("report_received")]
public sealed record ReportReceived(
    Guid StoryId, int Revision, TextQuote? Quote, string Text, string? Evidence, ReportSource Source, bool HasContact,
    DateTimeOffset DueAt) : ReportEvent;

/// <summary>The desk has looked at it, or looked again.</summary>
/// <param name="Class">What kind of error it seems to be.</param>
/// <param name="Owner">The account that sees to it; null where nobody does yet.</param>
/// <param name="DueAt">By when it is to be decided.</param>
[EventType("report_triaged")]
public sealed record ReportTriaged(
    CorrectionClass Class, Severity Severity, string? Owner, DateTimeOffset DueAt) : ReportEvent;

/// <summary>It is decided.</summary>
/// <param name="Reason">Why it was declined, as the reporter reads it.</param>
/// <param name="CorrectionId">The correction that came of it.</param>
/// <param name="MergedInto">The report that says the same and goes on.</param>
[EventType("report_closed")]
public sealed record ReportClosed(
    ReportClosing Closing, string? Reason, Guid? CorrectionId, Guid? MergedInto) : ReportEvent;

/// <summary>It was not at its end after all.</summary>
[EventType("report_reopened")]
public sealed record ReportReopened(string Reason) : ReportEvent;

/// <summary>The reporter's name and address are gone; what they were is nowhere any more.</summary>
[EventType("report_contact_erased")]
public sealed record ReportContactErased : ReportEvent;
