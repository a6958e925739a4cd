using System.Globalization;
using System.Text.Json;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Api;
using Ledger.Web.Memory;

namespace Ledger.Web.Status;

/// <summary>What any copy of a story can show: whether it is still what the story says.</summary>
internal static class StatusEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    private static readonly JsonSerializerOptions Json = Configured();

    public static void MapStatus(this IEndpointRouteBuilder app)
    {
        var reads = app.MapGroup("").AllowAnonymous().WithMetadata(new SameForEverybody()).ExcludeFromDescription();
        reads.MapMethods("/stories/{slug}/status.json", Reading, (
            HttpContext context, StoryQueries stories, CorrectionQueries corrections, SiteAddress site, string slug,
            string? version) => AnswerAsync(context, stories, corrections, site, slug, version,
                status => new WholeBytes(JsonSerializer.SerializeToUtf8Bytes(status, Json), "application/json")));
        reads.MapMethods("/stories/{slug}/status.svg", Reading, (
            HttpContext context, StoryQueries stories, CorrectionQueries corrections, SiteAddress site, string slug,
            string? version) => AnswerAsync(context, stories, corrections, site, slug, version,
                status => new WholeBytes(StatusBadge.Draw(status), StatusBadge.MediaType)));
        reads.MapMethods("/oembed", Reading, OEmbed.AnswerAsync);
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, StoryQueries stories, CorrectionQueries corrections, SiteAddress site, string slug,
        string? version, Func<CopyStatus, IResult> write)
    {
        if (await stories.FindAsync(slug, context.RequestAborted) is not { } story)
            return TypedResults.NotFound();

        var number = story.Revision;
        if (version is not null
            && !(int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number)
                && number >= 1 && number <= story.Revision))
        {
            return TypedResults.NotFound();
        }

        // A copy elsewhere shows the picture in its own page.
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.ShowsStory(story.Id);
        var notes = await corrections.ListForStoryAsync(story.Id, context.RequestAborted);
        return write(CopyStatus.Of(story, number, notes, site));
    }

    private static JsonSerializerOptions Configured()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        ApiJson.Configure(options);
        return options;
    }
}
