using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;

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
    internal static CorrectionBody Of(CorrectionView view, bool names) => new(
        view.Id, view.StoryId, view.Slug, view.Headline, view.Section, view.Class, view.Severity,
        view.Note, view.Claims, view.Places, view.Revision, view.Position,
        view.OccurredAt, view.RecordedAt, names ? view.Actor : null, names ? view.ActorName : null);
}

internal static class CorrectionEndpoints
{
    public static void MapCorrections(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/corrections", ListAsync)
            .Produces<ListBody<CorrectionBody>>()
            .Describes("listCorrections",
                "The corrections of the whole site, newest first. A day as 'to' is part of the list, a time is not.");
        reads.MapGet("/corrections/{id:guid}", GetAsync)
            .Produces<CorrectionBody>()
            .Describes("getCorrection", "One correction.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, CorrectionQueries corrections, string? @class, string? section, string? from, string? to,
        string? cursor, string? limit)
    {
        var filter = new CorrectionFilter(
            Parameters.Word<CorrectionClass>("class", @class), section,
            Parameters.Time("from", from), Parameters.Time("to", to, days: 1));
        var page = await corrections.ListAsync(filter, cursor, Parameters.Limit(limit), context.RequestAborted);
        var names = context.MaySeeNames();
        return page.Items.Select(view => CorrectionBody.Of(view, names)).ToList().ToPage(context, page.NextCursor);
    }

    private static async Task<IResult> GetAsync(HttpContext context, CorrectionQueries corrections, Guid id) =>
        await corrections.FindAsync(id, context.RequestAborted) is { } view
            ? TypedResults.Ok(CorrectionBody.Of(view, context.MaySeeNames()))
            : Problem.Result(ProblemTypes.CorrectionNotFound);
}
