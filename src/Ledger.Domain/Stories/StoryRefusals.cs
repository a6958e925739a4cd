namespace Ledger.Domain.Stories;

// States.
public sealed record StoryNotFound() : Refusal("story-not-found", "There is no story of that id or slug.");
public sealed record AlreadyPublished()
    : Refusal("already-published", "This story is already published; revise or correct it instead.");
public sealed record StoryRetracted()
    : Refusal("story-retracted", "The story is retracted; reinstate it before you change it.");
public sealed record StoryWithdrawn()
    : Refusal("story-withdrawn", "The story is withdrawn; reinstate it before you change it.");
public sealed record StoryRemoved()
    : Refusal("story-removed", "The story is removed for legal reasons; reinstate it before you change it.");
public sealed record NotRetractedOrWithdrawn() : Refusal("not-retracted",
    "The story is neither retracted nor withdrawn nor removed, so there is nothing to reinstate.");
public sealed record SlugTaken(string Slug) : Refusal("slug-taken", $"The slug '{Slug}' belongs to another story.");

// Fields. Each names its field as the JSON form of a story does: 'blocks[3].text', counted from 0.
public abstract record FieldRefusal(string Field, string Code, string Message) : Refusal(Code, Message);

public sealed record InvalidField(string Field, string Problem)
    : FieldRefusal(Field, "invalid-field", $"The field '{Field}' {Problem}.");
public sealed record TooLong(string Field, long Length, int Limit)
    : FieldRefusal(Field, "too-long", $"The field '{Field}' has {Length} characters; {Limit} are allowed.");
public sealed record TooMany(string Field, int Count, int Limit)
    : FieldRefusal(Field, "too-many", $"There are {Count} {Field}; {Limit} are allowed.");
public sealed record NoBlocks() : FieldRefusal("blocks", "no-blocks", "A story needs at least one block.");
public sealed record DuplicateBlockId(string Field, string BlockId)
    : FieldRefusal(Field, "duplicate-block-id", $"The block id '{BlockId}' in '{Field}' is taken by an earlier block.");
public sealed record InvalidSlug(string Slug) : FieldRefusal("slug", "invalid-slug",
    $"'{Slug}' cannot be a slug: it takes 1 to {Stories.Slug.MostCharacters} small letters and digits,"
    + " with single hyphens between words, and must not look like an id.");
public sealed record NoteRequired() : FieldRefusal("note", "note-required", "A correction needs a public note.");
public sealed record NoticeRequired() : FieldRefusal("notice", "notice-required", "This needs a public notice.");
public sealed record ReasonRequired() : FieldRefusal("reason", "reason-required", "This needs a reason.");


// Small changes.

/// <param name="Flags">What the change may alter, place by place.</param>
public sealed record NeedsSecondPerson(IReadOnlyList<ChangeFlag> Flags) : Refusal("needs-second-person",
    "This is more than a minor fix, so a second person must approve it: "
    + $"{string.Join("; ", Flags.Take(5).Select(flag => flag.Describe()))}"
    + (Flags.Count > 5 ? $"; and {Flags.Count - 5} more." : "."));
public sealed record ProposerCannotApprove()
    : Refusal("four-eyes", "Whoever proposed the change cannot approve it; another person must.");

// Blocks and attributions.
public sealed record BlockNotFound(string BlockId) : Refusal("block-not-found", $"The story has no block '{BlockId}'.");
public sealed record NotAnImage(string BlockId)
    : Refusal("block-not-image", $"The block '{BlockId}' is not an image, so it has no caption.");
public sealed record NotAttributable(string BlockId) : Refusal("block-not-attributable",
    $"The block '{BlockId}' is neither a quote nor an image, so it has no attribution.");
public sealed record AttributionTarget() : Refusal("attribution-target",
    "An attribution belongs to a credit of the story, by its role, or to a block, by its id: name one of the two.");

/// <param name="There">The names that stand there now.</param>
public sealed record AttributionNotFound(string? From, IReadOnlyList<string> There) : Refusal("attribution-not-found",
    $"{(From is null ? "An attribution is there already" : $"The attribution '{From}' is not there")}; "
    + (There.Count == 0 ? "nobody is named." : $"there is {string.Join(", ", There.Select(name => $"'{name}'"))}."));

// Corrections.
public sealed record ClaimsRequired() : FieldRefusal("claims", "claims-required",
    "A correction of this class needs the wrong words and the right ones.");

public sealed record CorrectionNotFound()
    : Refusal("correction-not-found", "The story has no correction of that id.");
public sealed record CorrectionIsWithdrawn() : Refusal("correction-withdrawn",
    "The correction is withdrawn already; issue a new one instead.");

/// <param name="Elsewhere">Where the words do stand, outside the field that was asked for.</param>
public sealed record WrongTextNotFound(string Wrong, IReadOnlyList<Place> Elsewhere) : Refusal("wrong-text-not-found",
    $"The words '{Wrong}' are not in the " + (Elsewhere.Count == 0
        ? "article."
        : $"field that was asked for; they stand in {Place.Describe(Elsewhere)}."));

public sealed record PictureNotUsed() : Refusal("picture-not-used", "The story does not use the picture any more.");

/// <param name="There">What does stand beside the picture; empty where nothing does.</param>
public sealed record PictureSaysOtherwise(string Wrong, string There) : Refusal("picture-says-otherwise",
    $"The words '{Wrong}' do not stand beside the picture in this story, "
    + (There.Length == 0 ? "where nothing is said." : $"where it says {There}."));

/// <param name="Places">Where wrong words still stand; none when it is the right words that are missing.</param>
public sealed record CorrectionNotApplied(IReadOnlyList<Place> Places) : Refusal("correction-not-applied",
    Places.Count == 0
        ? "After these replacements the article would not hold all of the right words."
        : $"After these replacements the wrong words would still stand in {Place.Describe(Places)}.");
