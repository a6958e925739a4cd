using System.Globalization;
using System.Text.Encodings.Web;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Memory;
using Ledger.Web.Withholding;

namespace Ledger.Web.Status;

/// <summary>A story in the page of somebody else, by oEmbed 1.0: its headline, and what has become of it.</summary>
/// <remarks>
/// The type is <c>rich</c>, without script; the picture of its status is asked for anew whenever the page is shown.
/// </remarks>
internal static class OEmbed
{
    public const string MediaType = "application/json+oembed";

    private const int Width = 480;
    private const int Height = 160;
    private const int LeastSide = 1;

    /// <summary>Where a page says that it can be embedded, for its link of discovery.</summary>
    public static string AddressOf(SiteAddress site, string slug) =>
        site.Of($"/oembed?format=json&url={Uri.EscapeDataString(site.OfStory(slug))}");

    public static async Task<IResult> AnswerAsync(
        HttpContext context, StoryQueries stories, CorrectionQueries corrections, SiteAddress site,
        WebSettings settings, string? url, string? format, string? maxwidth, string? maxheight)
    {
        // The specification's own answers: 501 for a format that is not spoken, 404 for what is not ours.
        if (format is not (null or "json"))
            return TypedResults.StatusCode(StatusCodes.Status501NotImplemented);

        if (Within(maxwidth, Width) is not { } width || Within(maxheight, Height) is not { } height)
            return TypedResults.BadRequest();

        if (Find(url, site) is not var (slug, version)
            || await stories.FindAsync(slug, context.RequestAborted) is not { } story
            || version > story.Revision)
            return TypedResults.NotFound();

        context.ShowsStory(story.Id);
        var shown = Withheld.Is(story.Status) ? Withheld.Of(story) : story;
        var notes = await corrections.ListForStoryAsync(story.Id, context.RequestAborted);
        var status = CopyStatus.Of(story, version ?? story.Revision, notes, site);
        return TypedResults.Ok(new
        {
            Version = "1.0",
            Type = "rich",
            Title = shown.Article.Headline,
            provider_name = settings.Title,
            provider_url = site.Of("/"),
            cache_age = 300,
            Html = Html(shown, status, settings.Title),
            Width = width,
            Height = height,
        });
    }

    private static string Html(StoryView story, CopyStatus status, string title)
    {
        var encoder = HtmlEncoder.Default;
        var (address, words) = (encoder.Encode(status.Url), encoder.Encode(StatusBadge.Describe(status.State)));
        var badge = string.Create(CultureInfo.InvariantCulture, $"{address}/status.svg?version={status.Version}");
        return $"<blockquote cite=\"{address}\" lang=\"{encoder.Encode(story.Article.Language)}\">"
            + $"<p><a href=\"{address}\">{encoder.Encode(story.Article.Headline)}</a></p>"
            + $"<footer>{encoder.Encode(title)} "
            + $"<a href=\"{address}/history\"><img src=\"{badge}\" height=\"24\" alt=\"{words}\"></a></footer>"
            + "</blockquote>";
    }

    // A story's address, or that of one of its versions, at this site and no other.
    private static (string Slug, int? Version)? Find(string? url, SiteAddress site)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var asked)
            || asked.GetLeftPart(UriPartial.Authority) != site.Root)
            return null;

        return Uri.UnescapeDataString(asked.AbsolutePath).Split('/') switch
        {
            ["", "stories", var slug] => (slug, null),
            ["", "stories", var slug, "revisions", var number] when int.TryParse(
                number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0 =>
                (slug, version),
            _ => null,
        };
    }

    private static int? Within(string? most, int wanted) =>
        most is null ? wanted
        : int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= LeastSide
            ? Math.Min(number, wanted)
            : null;
}
