using Ledger.EventStore;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Ledger.Web.Api.Problems;

/// <summary>Answers programs when an exception came up; people are left to the error page.</summary>
internal sealed class MachineExceptionHandler(StaleVersions stale) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        // By now the request has the path of the error page.
        var asked = httpContext.Features.GetRequiredFeature<IExceptionHandlerPathFeature>().Path;
        if (!SitePaths.IsMachine(asked))
            return false;

        var answered = exception is WrongExpectedVersionException conflict
            ? await stale.ExplainAsync(conflict, cancellationToken)
            : exception;
        await Problem.WriteAsync(
            httpContext, Failures.TypeOf(answered), Failures.DetailOf(answered), Failures.MembersOf(answered));
        return true;
    }
}
