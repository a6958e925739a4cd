using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Web.Log;

/// <summary>An endpoint whose answers carry a digest of themselves.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class DigestedAttribute : Attribute;

/// <summary>Answers that say by <c>Repr-Digest</c> which bytes they are (RFC 9530).</summary>
internal static class Digests
{
    public const string Header = "Repr-Digest";

    /// <summary>The digest of a representation, in the coding in which it is sent.</summary>
    public static string Of(ReadOnlySpan<byte> representation) =>
        $"sha-256=:{Convert.ToBase64String(SHA256.HashData(representation))}:";

    /// <summary>Holds an answer back until its digest is known; where it is packed later, it is made anew.</summary>
    public static IApplicationBuilder UseDigests(this IApplicationBuilder app) => app.Use(next => context =>
        context.GetEndpoint()?.Metadata.GetMetadata<DigestedAttribute>() is null
            ? next(context)
            : AddDigestAsync(context, next));

    private static async Task AddDigestAsync(HttpContext context, RequestDelegate next)
    {
        var wire = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var content = new MemoryStream();
        var catching = new StreamResponseBodyFeature(content, wire);
        context.Features.Set<IHttpResponseBodyFeature>(catching);
        try
        {
            await next(context);
            await catching.CompleteAsync();
        }
        finally
        {
            context.Features.Set(wire);
        }

        var bytes = content.GetBuffer().AsMemory(0, (int)content.Length);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.Headers[Header] = Of(bytes.Span);

        if (bytes.Length > 0)
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
