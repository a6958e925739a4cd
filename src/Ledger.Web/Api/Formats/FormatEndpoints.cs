using Ledger.Formats.NewsArticle;
using Ledger.Formats.NewsMl;
using Ledger.Formats.Ninjs;
using Ledger.Formats.Publishing;
using Ledger.Formats.Updates;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;
using Ledger.Web.Health;

namespace Ledger.Web.Api.Formats;

/// <summary>Stories and revisions in the formats that the news and the web speak.</summary>
public static class FormatEndpoints
{
    public const string SchemaOrg = "schema-org";
    public const string Ninjs = "ninjs";
    public const string NewsMl = "newsml-g2";
    public const string Updates = "updates";

    /// <summary>The formats in which a story is linked from its page, with their media types.</summary>
    public static IReadOnlyList<(string Name, string MediaType)> All { get; } =
    [
        (SchemaOrg, NewsArticleJson.MediaType), (Ninjs, NinjsJson.MediaType), (NewsMl, NewsMlWriter.MediaType),
        (Updates, UpdateRecords.MediaType),
    ];

    public static string AddressOf(Guid story, string format) =>
        $"{ApiEndpoints.Root}/stories/{story}/formats/{format}";

    internal static void MapFormats(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/stories/{story}/formats/{format}", (
                HttpContext context, StoryQueries stories, RevisionQueries revisions, StoryExport export,
                string story, string format) => GetAsync(context, stories, revisions, export, story, null, format))
            .AnswersFormats()
            .Describes("getStoryInFormat",
                "A story as schema.org JSON-LD, ninjs 3.1, NewsML-G2, or its update records.");
        reads.MapGet("/stories/{story}/revisions/{number:int}/formats/{format}", (
                HttpContext context, StoryQueries stories, RevisionQueries revisions, StoryExport export,
                string story, int number, string format) =>
                GetAsync(context, stories, revisions, export, story, number, format))
            .AnswersFormats()
            .Describes("getRevisionInFormat", "One published state of a story in one of the formats for stories.");
    }

    internal static void MapSchemas(this IEndpointRouteBuilder app) => app
        .MapGet(NinjsJson.SchemaPath, (SiteAddress site) => TypedResults.Bytes(
            NinjsCorrections.WriteSchema(site.Of(NinjsJson.SchemaPath)), NinjsCorrections.SchemaMediaType))
        .AllowAnonymous()
        .WithMetadata(new ReadsNoModel())
        .ExcludeFromDescription();

    private static RouteHandlerBuilder AnswersFormats(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<object>(
            StatusCodes.Status200OK, NewsArticleJson.MediaType, NinjsJson.MediaType, NewsMlWriter.MediaType)
        .Produces(StatusCodes.Status304NotModified);

    private static async Task<IResult> GetAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, StoryExport export, string story,
        int? number, string format)
    {
        if (All.FirstOrDefault(known => known.Name == format) is not { Name: not null } asked)
        {
            throw new ProblemException(ProblemTypes.NotFound,
                $"There is no such format; there are {string.Join(", ", All.Select(known => known.Name))}.");
        }

        var found = await stories.RequireAsync(story, context.RequestAborted);
        var revision = number is { } wanted
            ? await RevisionEndpoints.RequireAsync(revisions, found, wanted, context.RequestAborted)
            : null;
        if (Versions.IsKnown(context, found.Version))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);

        var described = await export.DescribeAsync(found, revision, context.RequestAborted);
        return TypedResults.Bytes(
            await WriteAsync(export, described, format, context.RequestAborted), asked.MediaType);
    }

    private static async Task<byte[]> WriteAsync(
        StoryExport export, PublishedStory story, string format, CancellationToken cancellationToken) => format switch
        {
            SchemaOrg => NewsArticleJson.Write(story),
            Ninjs => NinjsJson.Write(story),
            NewsMl => NewsMlWriter.Write(story),
            _ => UpdateRecords.Write(story, await export.UpdatesAsync(story, cancellationToken)),
        };
}
