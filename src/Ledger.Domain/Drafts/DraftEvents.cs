using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

// These names are the stored format, as those of the stories are. Nothing in them is for the public: what readers are
// to see goes into the story's own stream when the draft is published.

/// <summary>Something that happened to one proposed correction, from its first draft to its publication.</summary>
public abstract record DraftEvent;

/// <summary>Who did it: the stable id, and the name at the time.</summary>
public sealed record Person(string Id, string? Name = null);

/// <summary>A correction was written down for a story that somebody had seen at a version.</summary>
[EventType("correction_drafted")]
public sealed record CorrectionDrafted(Guid StoryId, long BaseVersion, DraftContent Content, Person By) : DraftEvent;

/// <summary>The draft says something else now, and has to be submitted again.</summary>
[EventType("correction_draft_edited")]
public sealed record CorrectionDraftEdited(long BaseVersion, DraftContent Content, Person By) : DraftEvent;

/// <summary>Somebody is asked to approve it.</summary>
/// <param name="DueAt">When the policy of the house wants it decided.</param>
[EventType("correction_submitted")]
public sealed record CorrectionSubmitted(Person By, DateTimeOffset DueAt) : DraftEvent;

/// <summary>The policy asks nobody to approve a correction of this severity.</summary>
[EventType("correction_cleared")]
public sealed record CorrectionCleared(Severity Severity, int PolicyVersion) : DraftEvent;

/// <summary>A second person agrees; for what was published in an emergency, afterwards.</summary>
/// <param name="PolicyVersion">The version of the house policy by which it was decided; 0 for the default.</param>
[EventType("correction_approved")]
public sealed record CorrectionApproved(Person By, Severity Severity, int PolicyVersion) : DraftEvent;

/// <summary>A second person does not agree, and says why.</summary>
[EventType("correction_rejected")]
public sealed record CorrectionRejected(Person By, string Reason) : DraftEvent;

/// <summary>The draft is given up.</summary>
[EventType("correction_discarded")]
public sealed record CorrectionDiscarded(Person By, string? Reason) : DraftEvent;

/// <summary>One editor lets it be published at once, and another has to approve it afterwards.</summary>
/// <param name="ApproveBy">When the missing approval becomes overdue.</param>
[EventType("correction_rushed")]
public sealed record CorrectionRushed(
    Person By, Severity Severity, int PolicyVersion, DateTimeOffset ApproveBy) : DraftEvent;

/// <summary>The story had changed so that it could not be published; the drafter has to look at it again.</summary>
[EventType("correction_returned")]
public sealed record CorrectionReturned(string Code, string Reason) : DraftEvent;

/// <summary>It stands in the story's stream, under the id of the draft.</summary>
/// <param name="StoryVersion">The version of the story that it made.</param>
[EventType("correction_published")]
public sealed record CorrectionPublished(long StoryVersion) : DraftEvent;
