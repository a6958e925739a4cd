using Ledger.Web.Api.Problems;

namespace Ledger.Web.Health;

/// <summary>
/// Lets a server that is told to stop end in time, and no answer be cut off: what is under way is finished, and what
/// would take too long is refused.
/// </summary>
internal static class OrderlyStop
{
    // Whoever stops a server kills it after ten seconds or more; before that, every request has its answer.
    private static readonly TimeSpan UntilRefusal = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilEnd = TimeSpan.FromSeconds(8);

    public static IServiceCollection AddOrderlyStop(this IServiceCollection services) =>
        services.Configure<HostOptions>(options => options.ShutdownTimeout = UntilEnd);

    public static IApplicationBuilder UseOrderlyStop(this IApplicationBuilder app)
    {
        var late = new CancellationTokenSource();
        app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping
            .Register(() => late.CancelAfter(UntilRefusal));
        return app.Use(next => context => RunAsync(context, next, late.Token));
    }

    private static async Task RunAsync(HttpContext context, RequestDelegate next, CancellationToken late)
    {
        var left = context.RequestAborted;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(left, late);
        context.RequestAborted = either.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !left.IsCancellationRequested)
        {
            throw new ProblemException(ProblemTypes.Stopping, ProblemTypes.Stopping.Meaning);
        }
        finally
        {
            context.RequestAborted = left;
        }
    }
}
