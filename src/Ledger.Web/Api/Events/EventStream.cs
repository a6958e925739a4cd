using System.Globalization;
using System.Text;
using System.Text.Json;
using Ledger.EventStore;
using Ledger.Web.Api.Requests;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Ledger.Web.Api.Events;

/// <summary>The log as Server-Sent Events.</summary>
/// <remarks>
/// Written by hand, because the framework's result sends nothing at all, not even its headers, before the first event,
/// and has no way to keep an idle connection open.
/// </remarks>
internal static class EventStream
{
    // Proxies give up on a silent connection after half a minute or more.
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    // A client comes back by itself where it was, and shows its credentials anew: a revoked token ends here.
    private static readonly TimeSpan LongestConnection = TimeSpan.FromMinutes(10);

    public static async Task FollowAsync(
        HttpContext context, IEventStore store, IOptions<JsonOptions> json, TimeProvider time,
        IHostApplicationLifetime lifetime, string? after)
    {
        var resumed = context.Request.Headers["Last-Event-ID"].FirstOrDefault(id => !string.IsNullOrEmpty(id));
        var position = Parameters.Number("Last-Event-ID", resumed) ?? Parameters.Number("after", after) ?? 0;

        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, lifetime.ApplicationStopping);
        using var timer = time.CreateTimer(_ => ending.Cancel(), null, LongestConnection, Timeout.InfiniteTimeSpan);
        try
        {
            await response.WriteAsync(": this is the log\n\n", ending.Token);
            await FollowAsync(response, store, position, json.Value.SerializerOptions, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The client left, the server stops, or it is time to sign in anew.
        }
    }

    private static async Task FollowAsync(
        HttpResponse response, IEventStore store, long position, JsonSerializerOptions json, CancellationToken ending)
    {
        while (true)
        {
            await foreach (var recorded in store.ReadAllAsync(position, limit: null, ending))
            {
                await response.WriteAsync(Format(recorded, json), Encoding.UTF8, ending);
                position = recorded.Position;
            }

            await response.Body.FlushAsync(ending);
            if (await store.WaitForGrowthAsync(position, Heartbeat, ending) <= position)
                await response.WriteAsync(": still here\n\n", ending);
        }
    }

    // The JSON has no line break in it, so that one line of data holds it.
    private static string Format(RecordedEvent recorded, JsonSerializerOptions json) => string.Create(
        CultureInfo.InvariantCulture,
        $"id: {recorded.Position}\ndata: {JsonSerializer.Serialize(EventBody.Of(recorded), json)}\n\n");
}
