using Microsoft.AspNetCore.Diagnostics;

namespace Ledger.Web.Api.Problems;

/// <summary>
/// What is answered when no endpoint did: a problem for programs, the error page for people. Neither ever shows what
/// a defect says of itself.
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

    /// <summary>
    /// Whether the request runs through the server a second time, for its error page. What failed the first time must
    /// not be done again, or there is no page at all.
    /// </summary>
    public static bool IsAnsweringError(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>() is not null
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;

    /// <summary>Refuses an address with a NUL in it, which no text in the database can have.</summary>
    public static IApplicationBuilder UseTextAddresses(this IApplicationBuilder app) =>
        app.Use((context, next) => HasNul(context.Request) && !IsAnsweringError(context)
            ? throw new ProblemException(ProblemTypes.BadRequest, "The address holds a NUL character.")
            : next(context));

    /// <summary>Refuses a body by the length it announces, before anything of it is read.</summary>
    public static IApplicationBuilder UseRequestSizeLimit(this IApplicationBuilder app, long most) =>
        app.Use((context, next) => context.Request.ContentLength > most && !IsAnsweringError(context)
            ? throw new ProblemException(ProblemTypes.TooLarge, Failures.TooLarge(most))
            : next(context));

    private static bool HasNul(HttpRequest request) =>
        request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true;
}
