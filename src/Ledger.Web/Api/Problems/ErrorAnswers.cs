using Microsoft.AspNetCore.Diagnostics;

namespace Ledger.Web.Api.Problems;

/// <summary>
/// What is answered when no endpoint did: a problem for programs, the error page for people. Neither ever shows what
/// an exception says.
/// </summary>
internal static class ErrorAnswers
{
    public static IApplicationBuilder UseErrorAnswers(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = SitePaths.Error,
            StatusCodeSelector = exception => Failures.TypeOf(exception).Status,
            AllowStatusCode404Response = true,
            SuppressDiagnosticsCallback = context => Failures.IsExpected(context.Exception),
        });
        app.UseWhen(
            context => SitePaths.IsMachine(context.Request.Path),
            machine => machine.UseStatusCodePages(context => Problem.WriteAsync(
                context.HttpContext, ProblemTypes.Of(context.HttpContext.Response.StatusCode))));
        app.UseWhen(
            context => !SitePaths.IsMachine(context.Request.Path),
            people => people.UseStatusCodePagesWithReExecute(SitePaths.Error));
        return app;
    }

    /// <summary>Refuses a body by the length it announces, before anything of it is read.</summary>
    public static IApplicationBuilder UseRequestSizeLimit(this IApplicationBuilder app, long most) =>
        app.Use((context, next) => context.Request.ContentLength > most
            ? throw new BadHttpRequestException(Failures.TooLarge(most), StatusCodes.Status413PayloadTooLarge)
            : next(context));
}

/// <summary>Answers programs when an exception came up; people are left to the error page.</summary>
internal sealed class MachineExceptionHandler : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (!SitePaths.IsMachine(httpContext.Request.Path))
            return false;

        await Problem.WriteAsync(httpContext, Failures.TypeOf(exception), Failures.DetailOf(exception));
        return true;
    }
}
