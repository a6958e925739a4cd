using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Changes;

/// <summary>The whole article as it is to be.</summary>
/// <remarks>A slug and a time of publication belong to the story and are passed over here.</remarks>
public sealed record RevisionFile(RevisionKind Kind, string? Reason, Article Article);

/// <summary>A correction: what was wrong, what is right, and the public note.</summary>
/// <param name="Note">Empty where the file has none, which a rule refuses.</param>
public sealed record CorrectionFile(CorrectionClass Class, IReadOnlyList<Claim> Claims, string Note)
{
    public bool? Apology { get; init; }
    public Cause? Cause { get; init; }
    public DateTimeOffset? PublishAt { get; init; }

    /// <summary>Whether it is only to be written down.</summary>
    public bool? AsDraft { get; init; }
}

/// <summary>Why something is rejected, given up or taken back.</summary>
/// <param name="Reason">Empty where the file has none, which a rule may refuse.</param>
public sealed record ReasonFile(string Reason);

/// <summary>Another note for a published correction.</summary>
public sealed record AmendmentFile(string Note, string? Reason);

/// <summary>A name that changes: of a credit of the article by its role, or of a block by its id.</summary>
public sealed record AttributionFile(CreditRole? Credit, string? Block, string? From, string? To, string? Reason);

/// <summary>A new caption, credit, or both; null leaves that part as it is, an empty text takes it away.</summary>
public sealed record CaptionFile(string Block, string? Text, string? Credit, string? Reason);

/// <summary>A new headline, standfirst, or both; null leaves that part, an empty standfirst takes it away.</summary>
public sealed record HeadlineFile(string? Headline, string? Standfirst, string? Reason);

/// <summary>A new address; the old one leads to it for ever.</summary>
public sealed record SlugFile(string Slug, string? Reason);

public enum RetractionAction { Retract, Withdraw, Remove, Reinstate }

/// <summary>A story taken back, taken away, or put in force again.</summary>
/// <param name="Notice">Empty where the file has none, which a rule refuses.</param>
/// <param name="Basis">On what it is removed; there for a removal, and for nothing else.</param>
/// <param name="BlockedBy">The address of whoever carries a removal out.</param>
public sealed record RetractionFile(
    RetractionAction Action, string Notice, RemovalBasis? Basis = null, string? BlockedBy = null);
