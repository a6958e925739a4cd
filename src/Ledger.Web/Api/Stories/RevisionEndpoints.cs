using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Formats.Comparing;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Proofs;
using Ledger.Web.Api.Requests;
using Ledger.Web.Log;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Stories;

/// <summary>What differs between two revisions of a story.</summary>
public sealed record CompareBody(
    Guid Id, string Slug, RevisionItem From, RevisionItem To,
    IReadOnlyList<FieldDiff> Fields, IReadOnlyList<BlockRow> Blocks);

internal static class RevisionEndpoints
{
    private enum CompareFormat { Ledger, Mediawiki }

    public static void MapRevisions(this IEndpointRouteBuilder reads)
    {
        reads.MapGet("/stories/{story}/revisions", ListAsync)
            .Produces<ListBody<RevisionItem>>()
            .Describes("listRevisions", "The published states of a story, newest first.");
        reads.MapGet("/stories/{story}/revisions/{number:int}", GetAsync)
            .WithMetadata(new DigestedAttribute())
            .Produces<RevisionBody>()
            .MayBeWithheld()
            .Describes("getRevision", "One published state of a story, whole.");
        reads.MapGet("/stories/{story}/compare/{a:int}...{b:int}", CompareAsync)
            .Produces<CompareBody>()
            .MayBeWithheld()
            .Describes("compareRevisions",
                "What differs between two revisions, word by word; format=mediawiki gives the shape of its REST API.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, string story,
        string? cursor, string? limit)
    {
        var before = Parameters.Number("cursor", cursor);
        var most = Parameters.Limit(limit);
        var found = await stories.RequireAsync(story, context.RequestAborted);
        var list = await revisions.ListAsync(
            found.Id, before is > int.MaxValue ? null : (int?)before, most, context.RequestAborted);
        var hidden = found.IsHiddenFrom(context);
        var items = list.Select(revision => RevisionItem.Of(
            hidden ? Withheld.Of(revision, found) : revision, context)).ToList();
        return items.ToPage(context, items.Count == most && items[^1].Revision > 1
            ? items[^1].Revision.ToString(CultureInfo.InvariantCulture)
            : null);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, WithheldAnswers withheld,
        SiteAddress site, string story, int number)
    {
        var found = await stories.RequireAsync(story, context.RequestAborted);
        var revision = await RequireAsync(revisions, found, number, context.RequestAborted);
        var isHidden = found.IsHiddenFrom(context);
        if (isHidden && await withheld.ProblemAsync(context, found) is { } problem)
            return problem;

        context.Response.Headers.Link = ProofEndpoint.LinkTo(site, revision.Summary.Position);
        return TypedResults.Ok(isHidden
            ? new RevisionBody(Withheld.Of(revision, found), Withheld.Of(found).Slug)
            : new RevisionBody(revision, found.Slug));
    }

    private static async Task<IResult> CompareAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, WithheldAnswers withheld, string story,
        int a, int b, string? format)
    {
        var shape = Parameters.Word<CompareFormat>("format", format);
        var found = await stories.RequireAsync(story, context.RequestAborted);
        var before = await RequireAsync(revisions, found, a, context.RequestAborted);
        var after = await RequireAsync(revisions, found, b, context.RequestAborted);
        if (found.IsHiddenFrom(context))
        {
            if (await withheld.ProblemAsync(context, found) is { } problem)
                return problem;

            (before, after, found) = (Withheld.Of(before, found), Withheld.Of(after, found), Withheld.Of(found));
        }

        if (shape == CompareFormat.Mediawiki)
        {
            return TypedResults.Bytes(
                MediaWikiDiff.Write(a, before.Article, b, after.Article), "application/json; charset=utf-8");
        }

        var diff = ArticleDiff.Compare(before.Article, after.Article);
        return TypedResults.Ok(new CompareBody(
            found.Id, found.Slug, RevisionItem.Of(before.Summary, context), RevisionItem.Of(after.Summary, context),
            diff.Fields, diff.Blocks));
    }

    internal static async Task<RevisionView> RequireAsync(
        RevisionQueries revisions, StoryView story, int number, CancellationToken cancellationToken) =>
        (number < 1 ? null : await revisions.FindAsync(story.Id, number, cancellationToken))
        ?? throw new ProblemException(ProblemTypes.RevisionNotFound, string.Create(CultureInfo.InvariantCulture,
            $"The story has revisions 1 to {story.Revision}."));
}
