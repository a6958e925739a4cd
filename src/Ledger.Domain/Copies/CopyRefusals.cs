namespace Ledger.Domain.Copies;

public sealed record CopyNotFound() : Refusal("copy-not-found", "There is no copy of that id.");
public sealed record CopyLinkedAlready() : Refusal("copy-linked", "This copy is linked already.");
public sealed record CopyUnlinkedAlready()
    : Refusal("copy-unlinked", "This copy is no longer linked to its story, so nothing is owed to it.");
public sealed record CopySettledAlready() : Refusal("copy-settled",
    "It is settled what became of this correction in the copy; only what was waived can still be corrected.");

/// <summary>The correction is not one of the story that the copy is made of.</summary>
public sealed record NotACorrectionOfTheStory() : Refusal("not-a-correction-of-the-story",
    "The story that this is a copy of has no correction of that id.");
