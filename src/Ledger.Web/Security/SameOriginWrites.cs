using Ledger.Web.Api.Problems;

namespace Ledger.Web.Security;

/// <summary>
/// Lets a session cookie write over the API only from a page of this site. Browsers send <c>Origin</c> with every such
/// request and no page can forge it, so that no token is needed beside; a bearer token is never sent by itself and
/// needs none of this.
/// </summary>
internal sealed class SameOriginWrites : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.User.Identity?.AuthenticationType != Sessions.Scheme || IsOwn(context.HttpContext.Request)
            ? next(context)
            : ValueTask.FromResult<object?>(Problem.Result(ProblemTypes.CrossSite));

    // The scheme may be that of a proxy in front, so host and port decide.
    internal static bool IsOwn(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin, UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
