namespace Ledger.Domain.Stories;

// These names are the stored format. An event that has been published is never altered: a new shape gets a new
// type, and the old one an upcaster in the catalogue.

/// <summary>Something that happened to one story.</summary>
public abstract record StoryEvent;

/// <summary>Why an article was revised, where nothing in it was wrong.</summary>
public enum RevisionKind { Update, MinorFix }

[EventType("story_published")]
public sealed record StoryPublished(string Slug, Article Article) : StoryEvent;

[EventType("article_revised")]
public sealed record ArticleRevised(RevisionKind Kind, string? Reason, ArticleChange Change) : StoryEvent
{
    /// <summary>What the change may alter; null where it was not classed, as in an imported history.</summary>
    public Substance? Substance { get; init; }

    /// <summary>Who looked at a minor fix that is more than style, and let it pass.</summary>
    public SecondPerson? SecondPerson { get; init; }
}

/// <summary>A correction: the public note and, in the same event, the change of text that it speaks of.</summary>
/// <param name="CorrectionId">Stable for life; also the address of the note.</param>
/// <param name="Places">Where the wrong words stood, in the order of the article.</param>
[EventType("correction_issued")]
public sealed record CorrectionIssued(
    Guid CorrectionId, CorrectionClass Class, Severity Severity, string Note,
    IReadOnlyList<Claim> Claims, IReadOnlyList<Place> Places, ArticleChange Change, bool? Apology = null,
    CorrectionReview? Review = null) : StoryEvent
{
    /// <summary>The picture that was corrected in every story that uses it; null where none was.</summary>
    public Guid? AssetId { get; init; }
}

/// <summary>How a correction came to be published.</summary>
public enum ReviewPath
{
    /// <summary>A second person approved it before.</summary>
    Approved,

    /// <summary>The policy lets one editor publish such a correction at once.</summary>
    AtOnce,

    /// <summary>One editor published it at once, and another has to approve it afterwards.</summary>
    Emergency,

    /// <summary>Whoever operates the ledger issued it at the terminal, outside the rules of the desk.</summary>
    Operator,
}

/// <summary>Who answers for a correction. The ids are for the desk and for auditors.</summary>
/// <param name="DraftId">The stream of the draft; null where there was none.</param>
/// <param name="PolicyVersion">The version of the house policy by which it was published; 0 for the default.</param>
/// <param name="ApproveBy">When a missing approval becomes overdue; null where none is missing.</param>
public sealed record CorrectionReview(
    ReviewPath Path, Guid? DraftId, string DraftedBy, string? ApprovedBy, int PolicyVersion,
    DateTimeOffset? ApproveBy = null);

/// <summary>A published correction has another note from here on; the one before stays readable.</summary>
[EventType("correction_amended")]
public sealed record CorrectionAmended(Guid CorrectionId, TextChange Note, string? Reason) : StoryEvent;

/// <summary>A published correction was wrong itself; it stays readable, marked so.</summary>
[EventType("correction_withdrawn")]
public sealed record CorrectionWithdrawn(Guid CorrectionId, string Reason) : StoryEvent;

/// <summary>Somebody else wrote, said, took or supplied it.</summary>
/// <param name="Role">The role in the article's credits, or null where a block's attribution changed.</param>
/// <param name="BlockId">The quote or image whose speaker or credit changed, or null.</param>
/// <param name="From">The name before; null when there was none.</param>
/// <param name="To">The name after; null when the attribution was removed.</param>
[EventType("attribution_changed")]
public sealed record AttributionChanged(
    CreditRole? Role, string? BlockId, string? From, string? To, string? Reason) : StoryEvent
{
    /// <inheritdoc cref="ArticleRevised.Substance"/>
    public Substance? Substance { get; init; }
}

[EventType("caption_edited")]
public sealed record CaptionEdited(
    string BlockId, TextChange? Caption, TextChange? Credit, string? Reason) : StoryEvent
{
    /// <inheritdoc cref="ArticleRevised.Substance"/>
    public Substance? Substance { get; init; }
}

[EventType("headline_changed")]
public sealed record HeadlineChanged(TextChange? Headline, TextChange? Standfirst, string? Reason) : StoryEvent
{
    /// <inheritdoc cref="ArticleRevised.Substance"/>
    public Substance? Substance { get; init; }
}

[EventType("slug_changed")]
public sealed record SlugChanged(string From, string To, string? Reason) : StoryEvent;

/// <summary>The story is not to be relied upon; its text stays readable, under the notice.</summary>
[EventType("article_retracted")]
public sealed record ArticleRetracted(string Notice) : StoryEvent;

/// <summary>The story should not have been published; the notice stands in place of its text.</summary>
[EventType("article_withdrawn")]
public sealed record ArticleWithdrawn(string Notice) : StoryEvent;

/// <summary>On what a story is removed that the house would have kept. Stored and shown in kebab case.</summary>
public enum RemovalBasis { CourtOrder, LegalClaim, Privacy, Safety }

/// <summary>The law, or the safety of somebody, forbids to show the story; the notice stands in place of it.</summary>
/// <param name="BlockedBy">The address of whoever the removal is carried out by, where that is said.</param>
[EventType("article_removed")]
public sealed record ArticleRemoved(string Notice, RemovalBasis Basis, string? BlockedBy = null) : StoryEvent;

/// <summary>A retracted, withdrawn or removed story is published again.</summary>
[EventType("article_reinstated")]
public sealed record ArticleReinstated(string Notice) : StoryEvent;

/// <summary>Words were erased by law from the events of a story and of what was done about it.</summary>
/// <remarks>What is left stands in the same events, with a mark in the place of the words.</remarks>
/// <param name="RequestId">The request that was approved.</param>
/// <param name="Basis">On what legal ground, in words for readers.</param>
/// <param name="RequestedBy">Who asked for it, such as <c>user:ada</c>.</param>
/// <param name="ApprovedBy">Who approved it; never the same.</param>
/// <param name="Places">What was altered, in the order of the log.</param>
[EventType("content_erased")]
public sealed record ContentErased(
    Guid RequestId, string Basis, string RequestedBy, string ApprovedBy, IReadOnlyList<ErasedPlace> Places)
    : StoryEvent;

/// <summary>A member of an event that was erased.</summary>
/// <param name="Position">The position of the event.</param>
/// <param name="Part">Where the member is: <c>data</c> or <c>headers</c>.</param>
/// <param name="Member">Its name, such as <c>article</c>.</param>
/// <param name="Commitment">What the event's leaf has for it, in hexadecimal.</param>
/// <param name="Digest">SHA-256 of what is left, in canonical JSON (RFC 8785), in hexadecimal.</param>
public sealed record ErasedPlace(long Position, string Part, string Member, string Commitment, string Digest);
