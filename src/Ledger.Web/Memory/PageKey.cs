namespace Ledger.Web.Memory;

/// <summary>What a page in memory is found by.</summary>
/// <param name="Path">The whole address: one with a query is not kept, since there is no end of them.</param>
internal readonly record struct PageKey(string Path, Coding Coding)
{
    /// <summary>The page that is asked for, where it may be one for everybody.</summary>
    public static PageKey? Of(HttpRequest request) =>
        IsForEverybody(request) && !request.QueryString.HasValue && !AsksForTime(request)
            ? new(request.Path.Value ?? "/", Codings.Of(request))
            : null;

    /// <summary>Whether it is a read by somebody of whom the site knows nothing.</summary>
    public static bool IsForEverybody(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Headers.Authorization.Count == 0
        && !HasOwnCookie(request);

    // For another time than the present there is another answer.
    private static bool AsksForTime(HttpRequest request) =>
        request.Headers.ContainsKey(Memento.StoryTimes.AcceptDatetime);

    // Cookies of others, such as a proxy's, change nothing here. Finding too much costs only the memory.
    private static bool HasOwnCookie(HttpRequest request) =>
        request.Headers.Cookie is { Count: > 0 } cookies
        && cookies.ToString().Contains(Security.SecurityServices.CookiePrefix, StringComparison.Ordinal);
}
