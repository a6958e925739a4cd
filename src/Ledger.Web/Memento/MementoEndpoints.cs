using Ledger.Formats.Mementos;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Memento;

/// <summary>The addresses at which programs ask for the past of a story.</summary>
internal static class MementoEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private static readonly MediaTypeHeaderValue LinkFormat = new(TimeMap.LinkFormat);
    private static readonly MediaTypeHeaderValue Json = new(TimeMap.Json);

    public static IServiceCollection AddMemento(this IServiceCollection services) =>
        services.AddSingleton<StoryTimes>();

    public static void MapMemento(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        reads.MapMethods("/timegate/{slug}", Reading, GateAsync);

        // Finished as pages are, but not kept: what is answered depends on more than the address.
        var maps = reads.MapGroup("/timemap/{slug}").WithMetadata(new SameForEverybody());
        maps.MapMethods("", Reading, (
            HttpContext context, StoryQueries stories, RevisionQueries revisions, StoryTimes times,
            WebSettings settings, string slug) => MapAsync(context, stories, revisions, times, settings, slug, 1));
        maps.MapMethods("/{page:int:min(2)}", Reading, MapAsync);
    }

    private static async Task<IResult> GateAsync(
        HttpContext context, StoryQueries stories, StoryTimes times, string slug) =>
        await times.NegotiateAsync(context, await FindAsync(stories, slug, context)) is { } address
            ? TypedResults.Redirect(address)
            : throw new ProblemException(ProblemTypes.BadRequest,
                "Accept-Datetime must be a time such as Thu, 05 Mar 2026 10:32:00 GMT.");

    private static async Task<IResult> MapAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, StoryTimes times, WebSettings settings,
        string slug, int page)
    {
        var story = await FindAsync(stories, slug, context);
        var pages = new TimeMapPages(revisions, times, story, settings.TimeMapPage);
        if (page > pages.Count)
            return TypedResults.NotFound();

        context.Response.Headers.Vary = HeaderNames.Accept;
        var map = await pages.GetAsync(page, context.RequestAborted);
        return WantsJson(context.Request)
            ? new WholeBytes(map.ToJson(), TimeMap.Json)
            : new WholeBytes(map.ToLinkFormat(), TimeMap.LinkFormat);
    }

    // The address of a withheld story repeats words of its headline; its id stands for it.
    private static async Task<StoryView> FindAsync(StoryQueries stories, string slug, HttpContext context) =>
        await stories.RequireAsync(slug, context.RequestAborted) is var story && Withheld.Is(story.Status)
            ? Withheld.Of(story)
            : story;

    private static bool WantsJson(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        return QualityOf(Json) > QualityOf(LinkFormat);

        // The most specific range that a type falls into decides.
        double QualityOf(MediaTypeHeaderValue type) => accepted.Count == 0 ? 1 : accepted
            .Where(type.IsSubsetOf)
            .OrderByDescending(range => (range.MatchesAllTypes ? 0 : 1) + (range.MatchesAllSubTypes ? 0 : 1))
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
