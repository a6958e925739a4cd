using System.Buffers.Text;
using System.Security.Cryptography;
using Ledger.Web.Security;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Memory;

/// <summary>An answer as it goes over the wire: status, all headers, bytes. It can be sent again and again.</summary>
internal sealed class FinishedPage
{
    private const string CacheControl = "no-cache";
    private const string Vary = "Accept-Encoding, Cookie";

    private readonly int status;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly string? tag;
    private readonly byte[] body;

    private FinishedPage(int status, KeyValuePair<string, StringValues>[] headers, string? tag, byte[] body)
    {
        this.status = status;
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
        headers.CacheControl = CacheControl;
        headers.Vary = Vary;
        headers.ETag = tag;
        headers.ContentEncoding = used.Name();
        headers.ContentLength = body.Length;
        SecurityHeaders.AddTo(headers);
        KeyValuePair<string, StringValues>[] finished = [.. headers];
        foreach (var (name, _) in finished)
            headers.Remove(name);

        return new(response.StatusCode, finished, tag, body);
    }

    /// <summary>Answers with it: whole, without its body to HEAD, or with 304 to those who have it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (tag is not null && IsKnown(context.Request.Headers.IfNoneMatch))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ETag = tag;
            response.Headers.CacheControl = CacheControl;
            response.Headers.Vary = Vary;
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
        known.Count > 0 && (known.ToString() == tag
            || EntityTagHeaderValue.TryParseList(known, out var tags) && tags.Any(seen =>
                seen.Equals(EntityTagHeaderValue.Any) || seen.Compare(new(tag), useStrongComparison: false)));

    // Two packings of a page are two representations, and a strong tag names one.
    private static string TagOf(byte[] content, Coding coding)
    {
        var hash = Base64Url.EncodeToString(SHA256.HashData(content).AsSpan(0, 16));
        return coding.Name() is { } name ? $"\"{hash}-{name}\"" : $"\"{hash}\"";
    }
}
