using Microsoft.Extensions.Logging;

namespace Ledger.Followers.Wolverine;

/// <summary>What is logged here; nothing that the public may not see.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information,
        "The command {Change} of the message {Message} was refused ({Problem}): {Detail}")]
    public static partial void CommandRefused(
        this ILogger logger, string change, string message, string? problem, string? detail);
}
