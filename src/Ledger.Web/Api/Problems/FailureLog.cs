using Microsoft.AspNetCore.Diagnostics;

namespace Ledger.Web.Api.Problems;

/// <summary>
/// Writes one line for each answer that the database is to blame for. Defects are logged whole by the server, what a
/// caller did wrong is told to the caller alone.
/// </summary>
internal sealed class FailureLog(ILogger<FailureLog> logger) : IExceptionHandler
{
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var type = Failures.TypeOf(exception);
        if (type == ProblemTypes.Unavailable || type == ProblemTypes.UnknownEvent)
            logger.DatabaseUnavailable(exception.Message.ReplaceLineEndings(" "));

        return ValueTask.FromResult(false);
    }
}
