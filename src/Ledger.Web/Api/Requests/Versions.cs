using System.Globalization;
using Ledger.Web.Api.Problems;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Api.Requests;

/// <summary>Versions of stories as entity tags: <c>"5"</c>.</summary>
internal static class Versions
{
    public static string ToETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The version that a change expects, or null where it takes any (<c>If-Match: *</c>).</summary>
    /// <exception cref="ProblemException">There is no If-Match, or it is not the tag of one version.</exception>
    public static long? FromIfMatch(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0)
            throw new ProblemException(ProblemTypes.PreconditionRequired, ProblemTypes.PreconditionRequired.Meaning);

        if (header == "*")
            return null;

        return EntityTagHeaderValue.TryParse(header, out var tag) && !tag.IsWeak
            && long.TryParse(
                tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new ProblemException(
                ProblemTypes.BadRequest, "If-Match must be the ETag of one version, such as \"5\".");
    }

    /// <summary>Sets the ETag, and says whether the caller has this version already and needs no body.</summary>
    public static bool IsKnown(HttpContext context, long version)
    {
        var tag = ToETag(version);
        var response = context.Response.Headers;
        response.ETag = tag;
        response.CacheControl = "no-cache";
        response.Vary = $"{HeaderNames.Authorization}, {HeaderNames.Cookie}";
        return EntityTagHeaderValue.TryParseList(context.Request.Headers.IfNoneMatch, out var known)
            && known.Any(seen => seen.Equals(EntityTagHeaderValue.Any)
                || seen.Compare(new(tag), useStrongComparison: false));
    }
}
