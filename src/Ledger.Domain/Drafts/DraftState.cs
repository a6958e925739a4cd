using System.Diagnostics;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Drafts;

/// <summary>How far a draft has come.</summary>
public enum DraftStatus { Open, Submitted, Approved, Published, Rejected, Discarded }

/// <summary>That one editor published it at once, and until when another has to approve it.</summary>
public sealed record Rush(Person By, DateTimeOffset ApproveBy);

/// <summary>A draft folded from its events; there is none before the first.</summary>
public sealed record DraftState
{
    public static DraftState Initial { get; } = new();

    public Guid StoryId { get; init; }
    public long BaseVersion { get; init; }
    public DraftContent? Content { get; init; }
    public DraftStatus Status { get; init; }

    /// <summary>Everybody who wrote any of it, the first drafter first.</summary>
    public IReadOnlyList<Person> Drafters { get; init; } = [];
    public Person? ApprovedBy { get; init; }
    public Rush? Rush { get; init; }
    public Severity? Severity { get; init; }
    public int PolicyVersion { get; init; }
    public DateTimeOffset? DueAt { get; init; }
    public long? StoryVersion { get; init; }

    /// <summary>Why it was rejected, discarded or returned.</summary>
    public string? Reason { get; init; }

    public bool Exists => Content is not null;

    /// <summary>Whether it is public while nobody but its drafter has agreed to it.</summary>
    public bool LacksApproval => Rush is not null && ApprovedBy is null;

    /// <exception cref="UnreachableException">The event is not known here, or comes before the first.</exception>
    public DraftState Evolve(DraftEvent happened) => (Exists, happened) switch
    {
        (false, CorrectionDrafted e) => new()
        {
            StoryId = e.StoryId,
            BaseVersion = e.BaseVersion,
            Content = e.Content,
            Drafters = [e.By],
        },
        (true, CorrectionDraftEdited e) => Reopened(null) with
        {
            BaseVersion = e.BaseVersion,
            Content = e.Content,
            Drafters = Drafters.Any(person => person.Id == e.By.Id) ? Drafters : [.. Drafters, e.By],
        },
        (true, CorrectionSubmitted e) => this with { Status = DraftStatus.Submitted, DueAt = e.DueAt },
        (true, CorrectionApproved e) => this with
        {
            Status = Status == DraftStatus.Published ? Status : DraftStatus.Approved,
            ApprovedBy = e.By,
            Severity = e.Severity,
            PolicyVersion = e.PolicyVersion,
        },
        (true, CorrectionCleared e) => this with
        {
            Status = DraftStatus.Approved,
            Severity = e.Severity,
            PolicyVersion = e.PolicyVersion,
        },
        (true, CorrectionRushed e) => this with
        {
            Status = DraftStatus.Approved,
            Rush = new(e.By, e.ApproveBy),
            DueAt = e.ApproveBy,
            Severity = e.Severity,
            PolicyVersion = e.PolicyVersion,
        },
        (true, CorrectionRejected e) => Reopened(e.Reason) with { Status = DraftStatus.Rejected },
        (true, CorrectionDiscarded e) => Reopened(e.Reason) with { Status = DraftStatus.Discarded },
        (true, CorrectionReturned e) => Reopened(e.Reason),
        (true, CorrectionPublished e) => this with { Status = DraftStatus.Published, StoryVersion = e.StoryVersion },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen to this draft."),
    };

    private DraftState Reopened(string? reason) => this with
    {
        Status = DraftStatus.Open,
        ApprovedBy = null,
        Rush = null,
        Severity = null,
        DueAt = null,
        Reason = reason,
    };
}
