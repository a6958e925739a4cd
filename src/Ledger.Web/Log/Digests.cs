using System.Security.Cryptography;
using Ledger.Web.Reading;

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
        var content = await WholeAnswers.MakeAsync(context, next);
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.Headers[Header] = Of(content.Span);

        await WholeAnswers.SendAsync(context, content);
    }
}
