using Ledger.Domain.Stories;

namespace Ledger.Projections.Changelog;

/// <summary>One public change of a story: the facts, from which pages and feeds make their sentences.</summary>
/// <param name="Type">The alias of the event.</param>
/// <param name="Revision">The published state that the change led to.</param>
/// <param name="Facts">What changed, as far as the type of event has it.</param>
public sealed record ChangelogEntry(
    Guid StoryId, Guid EventId, long Position, long Version, int Revision, string Type, string Actor, string? ActorName,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, ChangeFacts Facts);

/// <summary>The facts of a change. What its type does not have is null.</summary>
public sealed record ChangeFacts
{
    /// <summary>The reason, note or notice given to the public.</summary>
    public string? Note { get; init; }

    /// <summary>The note that an amended correction had before.</summary>
    public string? FormerNote { get; init; }
    public RevisionKind? Kind { get; init; }
    public Guid? CorrectionId { get; init; }
    public CorrectionClass? Class { get; init; }
    public Severity? Severity { get; init; }
    public IReadOnlyList<Claim>? Claims { get; init; }
    public IReadOnlyList<Place>? Places { get; init; }
    public CreditRole? Role { get; init; }
    public string? BlockId { get; init; }

    /// <summary>A name or an address before and after.</summary>
    public TextChange? Name { get; init; }
    public TextChange? Headline { get; init; }
    public TextChange? Standfirst { get; init; }
    public TextChange? Caption { get; init; }
    public TextChange? Credit { get; init; }

    /// <summary>What the change may alter; null where it is a matter of style, or was not classed.</summary>
    public IReadOnlyList<ChangeFlag>? Flags { get; init; }

    /// <summary>True for a minor fix that is more than style, which a second person approved.</summary>
    public bool? SecondPerson { get; init; }

    /// <summary>True for what happened elsewhere and was imported: nobody classed it here.</summary>
    public bool? Imported { get; init; }

    /// <summary>How many blocks were given a new text, or are new.</summary>
    public int? BlocksWritten { get; init; }
}
