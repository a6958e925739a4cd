using Ledger.Web.Api.Problems;

namespace Ledger.Web.Api.Requests;

/// <summary>The bytes of a request, of which the parsers say line and column.</summary>
internal static class RequestBody
{
    public static async Task<ReadOnlyMemory<byte>> ReadJsonAsync(this HttpContext context)
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
            throw new ProblemException(ProblemTypes.UnsupportedMediaType, "The body must be application/json.");

        if (request.Headers.ContentEncoding.Count > 0)
            throw new ProblemException(ProblemTypes.UnsupportedMediaType, "The body must not be compressed.");

        // The server itself counts what arrives, and stops at the limit whatever length was announced.
        using var buffer = new MemoryStream(checked((int)(request.ContentLength ?? 0)));
        await request.Body.CopyToAsync(buffer, context.RequestAborted);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
