using System.Globalization;
using Ledger.Web.Api;
using Ledger.Web.Api.Problems;
using Ledger.Web.Security;

namespace Ledger.Web.Reading;

/// <summary>How much of the API one sender may read in a minute, and how much of that is left.</summary>
/// <remarks>
/// Told in the headers <c>RateLimit-Policy</c> and <c>RateLimit</c> of the draft of the HTTP API working group. Who
/// brings a token is known and is not counted.
/// </remarks>
internal sealed class ReadRates(WebSettings settings, TimeProvider time)
{
    private readonly SenderCounts counts = new(settings.ReadsPerMinute, time);

    /// <inheritdoc cref="SenderCounts.Count"/>
    public (int Left, int Seconds) Count(string sender) => counts.Count(sender);

    public string Policy { get; } = string.Create(
        CultureInfo.InvariantCulture, $"\"reads\";q={settings.ReadsPerMinute};w={SenderCounts.Window}");
}

internal static class ReadRatesPipeline
{
    public static IApplicationBuilder UseReadRates(this IApplicationBuilder app)
    {
        var rates = app.ApplicationServices.GetRequiredService<ReadRates>();
        return app.Use((context, next) =>
            IsCounted(context.Request) ? CountAsync(context, next, rates) : next(context));
    }

    private static bool IsCounted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && request.Path.StartsWithSegments(ApiEndpoints.Root)
        && request.Headers.Authorization.Count == 0;

    private static Task CountAsync(HttpContext context, RequestDelegate next, ReadRates rates)
    {
        var (left, seconds) = rates.Count(Senders.AddressOf(context) ?? "");
        var headers = context.Response.Headers;
        headers["RateLimit-Policy"] = rates.Policy;
        headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"reads\";r={Math.Max(left, 0)};t={seconds}");
        if (left >= 0)
            return next(context);

        headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return Problem.WriteAsync(context, ProblemTypes.TooManyReads);
    }
}
