using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Ledger.Followers.Webhooks;

/// <summary>Makes signed requests to subscribers, whom nobody trusts.</summary>
/// <remarks>
/// An answer counts by its status alone: 2xx is taken, 410 ends the subscription, everything else, redirects included,
/// has failed. Nothing of its body is read, and the connection of one that is longer than a little is dropped.
/// </remarks>
public sealed class WebhookSender : IDisposable
{
    private const int LongestRest = 4 * 1024;
    private const int LongestHeaders = 16;

    private readonly WebhookSettings settings;
    private readonly TimeProvider time;
    private readonly HttpClient client;
    private readonly SemaphoreSlim atOnce;

    public WebhookSender(WebhookSettings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        atOnce = new(settings.RequestsAtOnce);
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectCallback = new GuardedConnections(settings).ConnectAsync,
            MaxResponseDrainSize = LongestRest,
            MaxResponseHeadersLength = LongestHeaders,

            // A receiver that moves is found at its new address.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.Add(new("Ledger", null));
    }

    /// <param name="url">Where to.</param>
    /// <param name="id">The same for each attempt.</param>
    /// <param name="body">What is told.</param>
    /// <param name="mediaType">What kind of body it is.</param>
    /// <param name="secrets">One or more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Handover> SendAsync(
        Uri url, string id, byte[] body, string mediaType, IReadOnlyList<WebhookSecret> secrets,
        CancellationToken cancellationToken)
    {
        await atOnce.WaitAsync(cancellationToken);
        using var patience = new CancellationTokenSource(settings.Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var request = Request(url, id, body, mediaType, secrets);
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Judge(response);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return new Handover.Failed(string.Create(CultureInfo.InvariantCulture,
                $"The receiver did not answer within {settings.Patience.TotalSeconds:0.###} seconds."));
        }
        catch (HttpRequestException e)
        {
            return new Handover.Failed(e.GetBaseException().Message);
        }
        finally
        {
            atOnce.Release();
        }
    }

    public void Dispose()
    {
        client.Dispose();
        atOnce.Dispose();
    }

    private HttpRequestMessage Request(
        Uri url, string id, byte[] body, string mediaType, IReadOnlyList<WebhookSecret> secrets)
    {
        var timestamp = WebhookSignatures.Timestamp(time.GetUtcNow());
        return new(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(mediaType) } },
            Headers =
            {
                { WebhookSignatures.IdHeader, id },
                { WebhookSignatures.TimeHeader, timestamp },
                { WebhookSignatures.SignatureHeader, WebhookSignatures.Sign(id, timestamp, body, secrets) },
            },
        };
    }

    private Handover Judge(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and <= 299 => Handover.Done,
            410 => new Handover.Refused("The receiver answered 410: it is gone, and wants nothing any more."),
            >= 300 and <= 399 => new Handover.Failed(
                FormattableString.Invariant($"The receiver answered {status}; redirects are not followed.")),
            _ => new Handover.Failed(
                FormattableString.Invariant($"The receiver answered {status}."), Wait(response.Headers.RetryAfter)),
        };
    }

    private TimeSpan? Wait(RetryConditionHeaderValue? asked) =>
        asked?.Delta ?? (asked?.Date is { } date ? date - time.GetUtcNow() : null);
}
