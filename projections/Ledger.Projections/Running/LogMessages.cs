using Microsoft.Extensions.Logging;

namespace Ledger.Projections.Running;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "This process now leads the projections.")]
    public static partial void Leading(this ILogger logger);

    [LoggerMessage(2, LogLevel.Error, "The read model '{Name}' stopped at position {Position}: {Message}")]
    public static partial void Stopped(this ILogger logger, string name, long position, string message);

    [LoggerMessage(3, LogLevel.Warning, "The projections lost the database and try again in {Pause}.")]
    public static partial void LostDatabase(this ILogger logger, TimeSpan pause, Exception failure);

    [LoggerMessage(4, LogLevel.Information, "Rebuilding the read models {Names}.")]
    public static partial void Rebuilding(this ILogger logger, string names);

    [LoggerMessage(5, LogLevel.Information, "Rebuilt the read models {Names} up to position {Position}.")]
    public static partial void Rebuilt(this ILogger logger, string names, long position);

    [LoggerMessage(6, LogLevel.Information, "Readers hold tables that the rebuild is to replace; trying again.")]
    public static partial void SwapWaits(this ILogger logger);
}
