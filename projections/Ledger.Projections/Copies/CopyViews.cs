using Ledger.Domain.Copies;
using Ledger.Domain.Stories;

namespace Ledger.Projections.Copies;

/// <summary>A copy of a story.</summary>
/// <param name="Version">The version of its stream.</param>
/// <param name="UnlinkedReason">Why it is linked no more; null while it is.</param>
public sealed record CopyView(
    Guid Id, Guid StoryId, CopyKind Kind, string Publisher, string? Language, string? Address, long Version,
    string? UnlinkedReason, DateTimeOffset LinkedAt);

/// <summary>A correction that is owed to a copy.</summary>
/// <param name="Version">The version of the copy's stream.</param>
/// <param name="Outcome">What became of it; null while it is open.</param>
public sealed record CopyTask(
    Guid CopyId, long Version, CopyKind Kind, string Publisher, string? Language, string? Address,
    Guid CorrectionId, CorrectionClass Class, Severity Severity, string Note, DateTimeOffset CorrectedAt,
    long Position, Guid StoryId, string Slug, string Headline, CopyOutcome? Outcome, string? Reason);
