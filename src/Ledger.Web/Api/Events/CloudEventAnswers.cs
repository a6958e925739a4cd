using Ledger.Formats.CloudEvents;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Api.Events;

/// <summary>The log as CloudEvents, for those who ask for them.</summary>
internal static class CloudEventAnswers
{
    /// <summary>Whether the request prefers CloudEvents, and says that it matters what it prefers.</summary>
    public static bool AreWanted(HttpContext context)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        return context.Request.GetTypedHeaders().Accept.Any(range =>
            range.MediaType.Equals(CloudEventBatch.MediaType, StringComparison.OrdinalIgnoreCase)
            && range.Quality is not 0);
    }

    public static IResult Of(IEnumerable<EventBody> events, SiteAddress site) => TypedResults.Bytes(
        CloudEventBatch.Write(events.Select(ToLogged), site.Of("/log")), CloudEventBatch.MediaType);

    public static LoggedEvent ToLogged(EventBody body) => new(
        body.Id, body.Stream, body.Position, body.Version, body.Type, body.Data, body.OccurredAt, body.RecordedAt,
        body.Metadata.Actor.StartsWith("user:", StringComparison.Ordinal), body.Metadata.CorrelationId,
        body.Metadata.CausationId);
}
