using System.Text.Json;
using Ledger.EventStore;
using Ledger.Followers.Webhooks;
using Ledger.Formats.CloudEvents;
using Ledger.Projections.Changelog;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Events;
using Ledger.Web.Api.Stories;
using Ledger.Web.Withholding;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Ledger.Web.Webhooks;

/// <summary>What subscribers are told: a CloudEvent in structured mode.</summary>
/// <remarks>
/// The staff is told an event as <c>/api/v1/events</c> has it. The public is told a change as the changelog of its
/// story has it at this moment, under a type of its own: without names, and of a withdrawn story without its words.
/// </remarks>
internal sealed class WebhookBodies(
    ProjectionRunner runner, StoryQueries stories, ChangelogQueries changelog, SiteAddress site,
    IOptions<JsonOptions> json) : IWebhookBodies
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public string MediaType => CloudEventJson.MediaType;

    public async Task<byte[]> WriteAsync(RecordedEvent recorded, bool staff, CancellationToken cancellationToken)
    {
        var logged = CloudEventAnswers.ToLogged(EventBody.Of(recorded));
        return CloudEventJson.Write(
            staff ? logged : await OfPublicAsync(logged, cancellationToken), site.Of("/log"));
    }

    private async Task<LoggedEvent> OfPublicAsync(LoggedEvent logged, CancellationToken cancellationToken)
    {
        // Without it, words could go out that were withdrawn a moment ago.
        if (!await runner.CatchUpAsync(LongestWait, cancellationToken))
            throw new InvalidOperationException("The read models are behind the log, so nothing is told yet.");

        var story = await stories.FindAsync(logged.Stream.ToString(), cancellationToken);
        var entries = await changelog.ListAsync(logged.Stream, logged.Version + 1, limit: 1, cancellationToken);
        if (story is null || entries is not [{ } entry] || entry.EventId != logged.Id)
            throw new InvalidOperationException($"The changelog lacks the event {logged.Id}.");

        var shown = ChangelogItem.Of(Withheld.Is(story.Status) ? Withheld.Of(entry, story) : entry, names: false);
        return logged with
        {
            Type = $"public_{logged.Type}",
            Data = JsonSerializer.SerializeToElement(shown, json.Value.SerializerOptions),
            CorrelationId = null,
            CausationId = null,
        };
    }
}
