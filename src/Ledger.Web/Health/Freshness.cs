using Ledger.Projections.Running;
using Ledger.Web.Api.Problems;

namespace Ledger.Web.Health;

/// <summary>An endpoint that reads no read model, and so need not wait for them.</summary>
internal sealed class ReadsNoModel;

/// <summary>Lets every reader see what was written before they asked, whoever wrote it and on whichever node.</summary>
internal static class Freshness
{
    /// <summary>Set to <c>stale</c> when the read models did not catch up in time; absent otherwise.</summary>
    public const string Header = "Ledger-Freshness";

    public static IApplicationBuilder UseFreshness(this IApplicationBuilder app, TimeSpan atMost)
    {
        var runner = app.ApplicationServices.GetRequiredService<ProjectionRunner>();
        return app.Use(async (context, next) =>
        {
            if (ReadsModels(context) && !await runner.CatchUpAsync(atMost, context.RequestAborted))
                context.Response.Headers[Header] = "stale";

            await next(context);
        });
    }

    private static bool ReadsModels(HttpContext context) =>
        (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && context.GetEndpoint() is { } endpoint
        && endpoint.Metadata.GetMetadata<ReadsNoModel>() is null
        && !ErrorAnswers.IsAnsweringError(context);
}
