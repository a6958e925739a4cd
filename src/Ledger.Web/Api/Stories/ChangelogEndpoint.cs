using System.Globalization;
using Ledger.Projections.Changelog;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Withholding;

namespace Ledger.Web.Api.Stories;

/// <summary>One public change of a story.</summary>
/// <param name="Id">The id of the event.</param>
/// <param name="Type">The alias of the event.</param>
/// <param name="Revision">The published state that the change led to.</param>
/// <param name="Actor">Who did it; only for those who may read the log.</param>
public sealed record ChangelogItem(
    Guid Id, long Position, long Version, int Revision, string Type, ChangeFacts Facts,
    DateTimeOffset OccurredAt, DateTimeOffset RecordedAt, string? Actor, string? ActorName)
{
    internal static ChangelogItem Of(ChangelogEntry entry, bool names) => new(
        entry.EventId, entry.Position, entry.Version, entry.Revision, entry.Type, entry.Facts,
        entry.OccurredAt, entry.RecordedAt, names ? entry.Actor : null, names ? entry.ActorName : null);
}

internal static class ChangelogEndpoint
{
    public static void MapChangelog(this IEndpointRouteBuilder reads) => reads
        .MapGet("/stories/{story}/changelog", ListAsync)
        .Produces<ListBody<ChangelogItem>>()
        .Describes("listChanges", "Every public change of a story, newest first.");

    private static async Task<IResult> ListAsync(
        HttpContext context, StoryQueries stories, ChangelogQueries changelog, string story,
        string? cursor, string? limit)
    {
        var before = Parameters.Number("cursor", cursor);
        var most = Parameters.Limit(limit);
        var found = await stories.RequireAsync(story, context.RequestAborted);
        var list = await changelog.ListAsync(found.Id, before, most, context.RequestAborted);
        var hidden = found.IsHiddenFrom(context);
        var items = list.Select(entry => ChangelogItem.Of(
            hidden ? Withheld.Of(entry, found) : entry, context.MaySeeNames())).ToList();
        return items.ToPage(context, items.Count == most && items[^1].Version > 1
            ? items[^1].Version.ToString(CultureInfo.InvariantCulture)
            : null);
    }
}
