namespace Ledger.Domain.Stories;

public sealed record StoryNotFound() : Refusal("story-not-found", "There is no story of that id or slug.");
public sealed record AlreadyPublished() : Refusal("already-published", "This story is already published; revise or correct it instead.");
public sealed record StoryRetracted() : Refusal("story-retracted", "The story is retracted; reinstate it before you change it.");
public sealed record StoryWithdrawn() : Refusal("story-withdrawn", "The story is withdrawn; reinstate it before you change it.");
public sealed record NotRetractedOrWithdrawn() : Refusal("not-retracted", "The story is neither retracted nor withdrawn, so there is nothing to reinstate.");
public sealed record SlugTaken(string Slug) : Refusal("slug-taken", $"The slug '{Slug}' belongs to another story.");
