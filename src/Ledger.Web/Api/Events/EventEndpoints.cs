using System.Globalization;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.EventStore;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Api.Stories;
using Ledger.Web.Health;

namespace Ledger.Web.Api.Events;

/// <summary>A stretch of the log, in order.</summary>
/// <param name="Next">Asks for what follows as <c>after</c>: the last position here, or the one asked for.</param>
public sealed record EventsBody(IReadOnlyList<EventBody> Items, long Next);

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder reads)
    {
        var log = reads.MapGroup("/events")
            .RequireAuthorization(nameof(Permission.ReadLog))
            .WithMetadata(new ReadsNoModel());
        log.MapGet("", ListAsync)
            .Produces<EventsBody>()
            .Describes("listEvents",
                "Events of the log, or of one story, in order, that stand after a position; as CloudEvents 1.0 to "
                + "those who accept application/cloudevents-batch+json.");
        log.MapGet("/stream", EventStream.FollowAsync)
            .Produces<EventBody>(contentType: "text/event-stream")
            .Describes("followEvents",
                "Server-Sent Events, one for each event of the log as it is appended; Last-Event-ID is its position.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, IEventStore store, StoryRepository stories, SiteAddress site,
        string? after, string? limit, string? story)
    {
        var from = Parameters.Number("after", after) ?? 0;
        var most = Parameters.Limit(limit, most: 1_000, otherwise: 100);
        var events = story is null
            ? store.ReadAllAsync(from, most, context.RequestAborted)
            : await OfStoryAsync(store, stories, story, from, context.RequestAborted);

        var items = new List<EventBody>();
        await foreach (var recorded in events.Take(most).WithCancellation(context.RequestAborted))
            items.Add(EventBody.Of(recorded));

        var next = items.Count == 0 ? from : items[^1].Position;
        if (items.Count == most)
            context.Response.Headers.Link = Link(context, next);

        return CloudEventAnswers.AreWanted(context)
            ? CloudEventAnswers.Of(items, site)
            : TypedResults.Ok(new EventsBody(items, next));
    }

    private static async Task<IAsyncEnumerable<RecordedEvent>> OfStoryAsync(
        IEventStore store, StoryRepository stories, string story, long after, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(story, cancellationToken) is not { } id
            || !await store.ReadStreamAsync(id, new(ToVersion: 1), cancellationToken).AnyAsync(cancellationToken))
            throw Access.NotFound();

        return store.ReadStreamAsync(id, StreamRange.All, cancellationToken)
            .Where(recorded => recorded.Position > after);
    }

    private static string Link(HttpContext context, long next) =>
        NextPage.Link(context, "after", next.ToString(CultureInfo.InvariantCulture));
}
