using Ledger.Formats.Feeds;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;

namespace Ledger.Web.Feeds;

/// <summary>What programs follow: the corrections of the site, and the changes of a story.</summary>
internal static class FeedEndpoints
{
    private const string Atom = ".atom";
    private const string Json = ".json";
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddFeeds(this IServiceCollection services) => services
        .AddSingleton<CorrectionFeed>()
        .AddSingleton<ChangelogFeed>();

    public static void MapFeeds(this IEndpointRouteBuilder app)
    {
        var feeds = app.MapGroup("").AllowAnonymous().WithMetadata(new SameForEverybody()).ExcludeFromDescription();
        feeds.MapMethods("/corrections" + Atom, Reading, (HttpContext context, CorrectionFeed feed) =>
            CorrectionsAsync(context, feed, Atom));
        feeds.MapMethods("/corrections" + Json, Reading, (HttpContext context, CorrectionFeed feed) =>
            CorrectionsAsync(context, feed, Json));
        feeds.MapMethods("/corrections/archive/{number:int:min(1)}" + Atom, Reading,
            (HttpContext context, CorrectionFeed feed, int number) => ArchiveAsync(context, feed, number, Atom));
        feeds.MapMethods("/corrections/archive/{number:int:min(1)}" + Json, Reading,
            (HttpContext context, CorrectionFeed feed, int number) => ArchiveAsync(context, feed, number, Json));
        feeds.MapMethods("/stories/{slug}/changelog" + Atom, Reading, ChangelogAsync);
        feeds.MapMethods("/stories/{id:guid}/changelog/{number:int:min(1)}" + Atom, Reading, ChangelogArchiveAsync);
    }

    private static async Task<IResult> CorrectionsAsync(HttpContext context, CorrectionFeed feed, string extension)
    {
        context.ShowsAnyStory();
        return Answer(context, await feed.GetAsync(extension, context.RequestAborted), extension);
    }

    private static async Task<IResult> ArchiveAsync(
        HttpContext context, CorrectionFeed feed, int number, string extension)
    {
        context.ShowsAnyStory();
        return Answer(
            context, await feed.FindArchiveAsync(number, extension, context.RequestAborted), extension);
    }

    private static async Task<IResult> ChangelogAsync(
        HttpContext context, StoryQueries stories, ChangelogFeed feed, string slug)
    {
        if (await stories.FindAsync(slug, context.RequestAborted) is not { } story)
            return TypedResults.NotFound();

        context.ShowsStory(story.Id);
        return story.Slug == slug || Withheld.Is(story.Status)
            ? Answer(context, await feed.GetAsync(story, context.RequestAborted), Atom)
            : TypedResults.LocalRedirect(ChangelogFeed.AddressOf(story.Slug), permanent: true);
    }

    private static async Task<IResult> ChangelogArchiveAsync(
        HttpContext context, StoryQueries stories, ChangelogFeed feed, Guid id, int number)
    {
        if (await stories.FindAsync($"{id}", context.RequestAborted) is not { } story)
            return TypedResults.NotFound();

        context.ShowsStory(story.Id);
        return Answer(context, await feed.FindArchiveAsync(story, number, context.RequestAborted), Atom);
    }

    private static IResult Answer(HttpContext context, Feed? feed, string extension)
    {
        if (feed is null)
            return TypedResults.NotFound();

        if (feed.RecordedAt is { } at)
            context.LastChanged(at);

        return extension == Atom
            ? new WholeBytes(AtomWriter.Write(feed), AtomWriter.MediaType + "; charset=utf-8")
            : new WholeBytes(JsonFeedWriter.Write(feed), JsonFeedWriter.MediaType + "; charset=utf-8");
    }
}
