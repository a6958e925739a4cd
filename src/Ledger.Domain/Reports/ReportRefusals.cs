using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

public sealed record ReportNotFound() : Refusal("report-not-found", "There is no report of that id.");

public sealed record ReportExists() : Refusal("report-exists", "This report was sent before, with other words.");

public sealed record ReportIsClosed()
    : Refusal("report-closed", "This report is closed; reopen it before you change it.");

public sealed record ReportIsOpen() : Refusal("report-open", "This report is open, so there is nothing to reopen.");

public sealed record ReportTextRequired()
    : FieldRefusal("text", "report-text-required", "Say in a few words what is wrong.");

public sealed record TooManyWords(string Field, int Words, int Limit)
    : FieldRefusal(Field, "too-many-words", $"The field '{Field}' has {Words} words; {Limit} are allowed.");

public sealed record RevisionNotFound(int Revision)
    : FieldRefusal("revision", "revision-not-found", $"The story has no version {Revision}.");

public sealed record CorrectionNotOfStory() : FieldRefusal("correction", "correction-not-of-story",
    "The story of this report has no correction of that id; publish it first.");

/// <param name="Why">Completes "It cannot be merged into that report: ...".</param>
public sealed record CannotMerge(string Why)
    : FieldRefusal("into", "cannot-merge", $"It cannot be merged into that report: {Why}.");
