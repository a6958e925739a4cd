using Microsoft.Extensions.Logging.Console;

namespace Ledger.Web;

/// <summary>What the server says about itself: on standard error, one line each, no request's content in it.</summary>
internal static class Logging
{
    public static ILoggingBuilder AddLedgerLogging(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddSimpleConsole(options =>
        {
            options.SingleLine = true;
            options.UseUtcTimestamp = true;
            options.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(
            options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        logging.AddFilter("Microsoft", LogLevel.Warning);

        // The keys lie in the database on purpose; whoever reads that can read everything else too.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement", LogLevel.Error);

        // It warns of every page with a form that is not to be cached, which is as it should be.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);

        // A failure to start is thrown as well, to a caller who says it in one sentence.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        return logging;
    }
}
