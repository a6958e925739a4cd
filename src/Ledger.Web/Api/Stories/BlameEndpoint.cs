using Ledger.Domain.Stories;
using Ledger.Projections.Blaming;
using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Stories;

/// <summary>A published state of a story cut into phrases, each with the revision that put it there.</summary>
/// <param name="Revision">The state that is shown.</param>
/// <param name="Fields">The texts above the body.</param>
/// <param name="Origins">What made each revision that a phrase names.</param>
public sealed record BlameBody(
    Guid Id, string Slug, int Revision, IReadOnlyList<BlamedText> Fields, IReadOnlyList<BlamedBlock> Blocks,
    IReadOnlyList<OriginBody> Origins);

/// <summary>The change that made a revision, and what the public was told of it.</summary>
/// <param name="Type">The alias of the event.</param>
/// <param name="Class">Of a correction.</param>
/// <param name="Reason">The note, notice or reason; absent where none was given.</param>
/// <param name="Actor">Who did it; only for those who may read the log.</param>
public sealed record OriginBody(
    int Revision, Guid EventId, long Position, string Type, RevisionKind? Kind, CorrectionClass? Class,
    Severity? Severity, Guid? CorrectionId, string? Reason, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt,
    string? Actor, string? ActorName)
{
    internal static OriginBody Of(ChangelogEntry entry, bool names) => new(
        entry.Revision, entry.EventId, entry.Position, entry.Type, entry.Facts.Kind, entry.Facts.Class,
        entry.Facts.Severity, entry.Facts.CorrectionId, entry.Facts.Note, entry.OccurredAt, entry.RecordedAt,
        names ? entry.Actor : null, names ? entry.ActorName : null);
}

internal static class BlameEndpoint
{
    public static void MapBlame(this IEndpointRouteBuilder reads) => reads
        .MapGet("/stories/{story}/blame", GetAsync)
        .Produces<BlameBody>()
        .MayBeWithheld()
        .Describes("getBlame", "Which revision and correction put each phrase there, now or in a past revision.");

    private static async Task<IResult> GetAsync(
        HttpContext context, StoryQueries stories, RevisionQueries revisions, BlameQueries blames,
        WithheldAnswers withheld, string story, string? revision)
    {
        var asked = Parameters.Number("revision", revision);
        var found = await stories.RequireAsync(story, context.RequestAborted);
        var number = asked is null ? found.Revision : (int)Math.Min(asked.Value, int.MaxValue);
        var state = await RevisionEndpoints.RequireAsync(revisions, found, number, context.RequestAborted);
        if (found.IsHiddenFrom(context))
        {
            return await withheld.ProblemAsync(context, found)
                ?? TypedResults.Ok(new BlameBody(found.Id, Withheld.NameOf(found), number, [], [], []));
        }

        var blame = await blames.FindAsync(state, context.RequestAborted);
        var names = context.MaySeeNames();
        return TypedResults.Ok(new BlameBody(
            found.Id, found.Slug, number, blame.Fields, blame.Blocks,
            [.. blame.Origins.Values.OrderBy(entry => entry.Revision).Select(entry => OriginBody.Of(entry, names))]));
    }
}
