using Ledger.Domain.Stories;

namespace Ledger.Domain.Fixes;

// These names are the stored format, as those of the stories are.

/// <summary>Something that happened to a minor fix that is more than style, before it is published.</summary>
public abstract record FixEvent;

/// <summary>An editor asks for a second person.</summary>
/// <param name="StoryVersion">The version of the story that the fix was made on, and on which alone it fits.</param>
[EventType("fix_proposed")]
public sealed record FixProposed(
    Guid StoryId, long StoryVersion, string? Reason, ArticleChange Change, Substance Substance, string ProposedBy)
    : FixEvent;

/// <summary>A second person let it pass; it is published with that.</summary>
[EventType("fix_approved")]
public sealed record FixApproved(string ApprovedBy) : FixEvent;

[EventType("fix_rejected")]
public sealed record FixRejected(string RejectedBy, string Reason) : FixEvent;
