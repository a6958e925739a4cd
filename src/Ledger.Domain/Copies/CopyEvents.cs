namespace Ledger.Domain.Copies;

// These names are the stored format, as those of the stories are.

/// <summary>How a copy came of its story.</summary>
public enum CopyKind { Translation, Syndication }

/// <summary>What became of a correction in a copy.</summary>
public enum CopyOutcome { Corrected, Waived }

/// <summary>Something that happened to one copy of a story.</summary>
public abstract record CopyEvent;

/// <summary>A copy of a story became known: from now on each correction of the story is owed to it.</summary>
/// <param name="StoryId">The story that it is a copy of.</param>
/// <param name="Publisher">Who has it: an edition of the house, or another title.</param>
/// <param name="Language">Its language tag; null where it has the language of the story.</param>
/// <param name="Address">Where it can be read; null where it has no address.</param>
[EventType("copy_linked")]
public sealed record CopyLinked(
    Guid StoryId, CopyKind Kind, string Publisher, string? Language, string? Address) : CopyEvent;

/// <summary>A correction of the story was carried over to the copy, or somebody said why it need not be.</summary>
/// <param name="Reason">Always there where it was waived.</param>
[EventType("copy_settled")]
public sealed record CopySettled(Guid CorrectionId, CopyOutcome Outcome, string? Reason) : CopyEvent;

/// <summary>The copy is gone, or never was one: nothing is owed to it any more.</summary>
[EventType("copy_unlinked")]
public sealed record CopyUnlinked(string Reason) : CopyEvent;
