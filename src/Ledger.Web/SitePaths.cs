namespace Ledger.Web;

/// <summary>Which addresses are read by programs and which by people; it decides the form of errors.</summary>
internal static class SitePaths
{
    /// <summary>The page that shows an error to a person; it reads the status of the response.</summary>
    public const string Error = "/error";

    private static readonly PathString[] Machine =
    [
        "/api", "/openapi", "/problems", "/healthz", "/readyz", "/metrics", "/timegate", "/timemap", "/schemas", "/log",
        "/witness",
    ];

    public static bool IsMachine(PathString path) => Machine.Any(start => path.StartsWithSegments(start));
}
