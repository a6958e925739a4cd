using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Stories;

internal static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/stories", ListAsync)
            .Produces<ListBody<StorySummary>>()
            .Describes("listStories",
                "Stories by time of first publication, newest first; q are words of the story as it is now, and found "
                + "the pieces of it around them.");
        reads.MapGet("/stories/{story}", GetAsync)
            .Produces<StoryBody>()
            .Produces(StatusCodes.Status304NotModified)
            .MayBeWithheld()
            .Describes("getStory", "A story as it is now, by its id or any slug it has had.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, StoryQueries stories, string? cursor, string? limit, string? q)
    {
        var page = await stories.ListAsync(
            cursor, Parameters.Limit(limit), Parameters.Words("q", q, CorrectionFilter.LongestText),
            withheld: context.MaySeeNames(), context.RequestAborted);
        return page.Items.ToPage(context, page.NextCursor);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, StoryQueries stories, WithheldAnswers withheld, string story)
    {
        var found = await stories.RequireAsync(story, context.RequestAborted);
        if (found.IsHiddenFrom(context))
            return await withheld.ProblemAsync(context, found) ?? TypedResults.Ok(new StoryBody(Withheld.Of(found)));

        return Versions.IsKnown(context, found.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(new StoryBody(found));
    }
}
