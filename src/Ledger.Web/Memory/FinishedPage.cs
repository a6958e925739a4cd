using System.Buffers.Text;
using System.Security.Cryptography;
using Ledger.Web.Log;
using Ledger.Web.Security;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Memory;

/// <summary>An answer as it goes over the wire: status, all headers, bytes. It can be sent again and again.</summary>
internal sealed class FinishedPage
{
    private const string Vary = "Accept-Encoding, Cookie";

    // What a 304 repeats, since it decides how long the page that somebody has is good.
    private static readonly string[] Lasting =
        [HeaderNames.ETag, HeaderNames.CacheControl, HeaderNames.Vary, HeaderNames.LastModified];

    private readonly int status;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly string? tag;
    private readonly DateTimeOffset? modified;
    private readonly byte[] body;

    private FinishedPage(
        int status, KeyValuePair<string, StringValues>[] headers, string? tag, DateTimeOffset? modified, byte[] body)
    {
        this.status = status;
        this.modified = modified;
        this.headers = headers;
        this.tag = tag;
        this.body = body;
        Size = body.Length + headers.Sum(header => 2 * (header.Key.Length + header.Value.ToString().Length));
    }

    /// <summary>About how many bytes of memory it takes.</summary>
    public int Size { get; }

    /// <summary>Finishes what an endpoint has made, and takes its headers out of the response.</summary>
    /// <param name="response">Its status and headers.</param>
    /// <param name="content">Its body, which the response does not have yet.</param>
    /// <param name="coding">How the client wants it packed.</param>
    public static FinishedPage TakeFrom(HttpResponse response, byte[] content, Coding coding)
    {
        var used = content.Length == 0 ? Coding.Identity : coding;
        var body = used.Pack(content);
        var tag = response.StatusCode == StatusCodes.Status200OK ? TagOf(content, used) : null;

        var headers = response.Headers;
        DateTimeOffset? modified = PageTimes.TryParse(headers.LastModified, out var at) ? at : null;
        headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-cache";
        headers.Vary = headers.Vary.Count > 0 ? $"{Vary}, {headers.Vary}" : Vary;
        headers.ETag = tag;
        headers.ContentEncoding = used.Name();
        headers.ContentLength = body.Length;
        if (headers.ContainsKey(Digests.Header))
            headers[Digests.Header] = Digests.Of(body);

        SecurityHeaders.AddTo(headers);
        KeyValuePair<string, StringValues>[] finished = [.. headers];
        foreach (var (name, _) in finished)
            headers.Remove(name);

        return new(response.StatusCode, finished, tag, modified, body);
    }

    /// <summary>Answers with it: whole, without its body to HEAD, or with 304 to those who have it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (tag is not null && IsKnown(context.Request.Headers))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            foreach (var (name, value) in headers)
            {
                if (Lasting.Contains(name))
                    response.Headers[name] = value;
            }

            return Task.CompletedTask;
        }

        response.StatusCode = status;
        foreach (var (name, value) in headers)
            response.Headers[name] = value;

        return HttpMethods.IsHead(context.Request.Method) || body.Length == 0
            ? Task.CompletedTask
            : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    // What one and the same browser sends back is the very tag, so that it is seldom parsed.
    private bool IsKnown(StringValues known) =>
        known.ToString() == tag
        || EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(seen =>
            seen.Equals(EntityTagHeaderValue.Any) || seen.Compare(new(tag), useStrongComparison: false));

    // A tag says more than a time, so that the time does not count beside it.
    private bool IsKnown(IHeaderDictionary request) => request.IfNoneMatch is { Count: > 0 } known
        ? IsKnown(known)
        : modified is { } at && request.IfModifiedSince is { Count: > 0 } since
            && PageTimes.TryParse(since, out var seen) && at <= seen;

    // Two packings of a page are two representations, and a strong tag names one.
    private static string TagOf(byte[] content, Coding coding)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 16));
        return coding.Name() is { } name ? $"\"{hash}-{name}\"" : $"\"{hash}\"";
    }
}
