using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;
using Ledger.Projections.Searching;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Corrections;

/// <summary>A published correction, with the story it belongs to as that is now.</summary>
/// <param name="Story">The id of the story.</param>
/// <param name="Revision">The first published state that has it; the one before still has the error.</param>
/// <param name="Actor">Who issued it; only for those who may read the log.</param>
public sealed record CorrectionBody(
    Guid Id, Guid Story, string Slug, string Headline, string? Section, CorrectionClass Class, Severity Severity,
    string Note, IReadOnlyList<Claim> Claims, IReadOnlyList<Place> Places, int Revision, long Position,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Actor, string? ActorName)
{
    /// <summary>What the story is; of one that is withdrawn or removed, the public is told no words.</summary>
    public StoryStatus StoryStatus { get; init; }
    public bool Apology { get; init; }
    public bool Withdrawn { get; init; }

    /// <summary>Where in the note, or else in the story, the words are that were looked for.</summary>
    public IReadOnlyList<FoundRun>? Found { get; init; }

    /// <summary>How it came to be published, and whether a second person agreed to it.</summary>
    public ReviewBody? Review { get; init; }

    /// <summary>What became of it since, oldest first; the note above is the one that holds.</summary>
    public IReadOnlyList<CorrectionChangeBody> Changes { get; init; } = [];

    internal static CorrectionBody Of(CorrectionView view, bool names, DateTimeOffset now) =>
        OfShown(Withheld.Is(view.StoryStatus) && !names ? Withheld.Of(view) : view, names, now);

    private static CorrectionBody OfShown(CorrectionView view, bool names, DateTimeOffset now) => new(
        view.Id, view.StoryId, view.Slug, view.Headline, view.Section, view.Class, view.Severity,
        view.CurrentNote, view.Claims, view.Places, view.Revision, view.Position,
        view.OccurredAt, view.RecordedAt, names ? view.Actor : null, names ? view.ActorName : null)
    {
        StoryStatus = view.StoryStatus,
        Apology = view.Apology,
        Withdrawn = view.IsWithdrawn,
        Found = view.FoundInNote ?? view.FoundInStory,
        Review = view.Review is { } review ? ReviewBody.Of(review, view, names, now) : null,
        Changes = [.. view.Changes.Select(change => new CorrectionChangeBody(
            change.Note is null ? "withdrawn" : "amended", change.Note?.From, change.Note?.To, change.Reason,
            change.Revision, change.Position, change.OccurredAt))],
    };
}

/// <summary>Who answers for a correction; the ids are only for those who may read the log.</summary>
/// <param name="People">How many people agreed to it.</param>
/// <param name="ApprovalOverdue">Whether it lacks the approval that it should have by now.</param>
public sealed record ReviewBody(
    ReviewPath Path, int People, int PolicyVersion, DateTimeOffset? ApproveBy, bool ApprovalOverdue,
    string? DraftedBy, string? ApprovedBy)
{
    internal static ReviewBody Of(CorrectionReview review, CorrectionView view, bool names, DateTimeOffset now) => new(
        review.Path, review.ApprovedBy is not null || view.ApprovedAfterwards ? 2 : 1, review.PolicyVersion,
        review.ApproveBy, view.IsOverdueAt(now), names ? review.DraftedBy : null, names ? review.ApprovedBy : null);
}

/// <summary>An amendment or the withdrawal of a correction.</summary>
/// <param name="Kind"><c>amended</c> or <c>withdrawn</c>.</param>
public sealed record CorrectionChangeBody(
    string Kind, string? From, string? To, string? Reason, int Revision, long Position, DateTimeOffset OccurredAt);

internal static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/corrections", ListAsync)
            .Produces<ListBody<CorrectionBody>>()
            .Describes("listCorrections",
                "The corrections of the whole site, newest first. A day as 'to' is part of the list, a time is not; "
                + "q are words of the note or of the story as it is now, and found the pieces of it around them.");
        reads.MapGet("/corrections/{id:guid}", GetAsync)
            .Produces<CorrectionBody>()
            .Describes("getCorrection", "One correction.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, CorrectionQueries corrections, TimeProvider time, string? @class, string? section,
        string? from, string? to, string? q, string? cursor, string? limit)
    {
        var filter = new CorrectionFilter(
            Parameters.Word<CorrectionClass>("class", @class), section,
            Parameters.Time("from", from), Parameters.Time("to", to, days: 1))
        {
            Text = Parameters.Words("q", q, CorrectionFilter.LongestText),
            InWithheld = context.MaySeeNames(),
        };
        var page = await corrections.ListAsync(filter, cursor, Parameters.Limit(limit), context.RequestAborted);
        var names = context.MaySeeNames();
        var now = time.GetUtcNow();
        return page.Items.Select(view => CorrectionBody.Of(view, names, now)).ToList()
            .ToPage(context, page.NextCursor);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, CorrectionQueries corrections, TimeProvider time, Guid id) =>
        await corrections.FindAsync(id, context.RequestAborted) is { } view
            ? TypedResults.Ok(CorrectionBody.Of(view, context.MaySeeNames(), time.GetUtcNow()))
            : Problem.Result(ProblemTypes.CorrectionNotFound);
}
