using Microsoft.Extensions.Logging;

namespace Ledger.Followers.Following;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "This process now leads the followers of the log.")]
    public static partial void LeadingFollowers(this ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "The followers of the log lost the database and try again in {Pause}.")]
    public static partial void FollowersLostDatabase(this ILogger logger, TimeSpan pause, Exception failure);

    [LoggerMessage(3, LogLevel.Error, "The follower '{Name}' cannot read on after position {Position}: {Error}")]
    public static partial void Stands(this ILogger logger, string name, long position, string error);

    [LoggerMessage(4, LogLevel.Warning, "The follower '{Name}' was refused and is paused: {Reason}")]
    public static partial void WasRefused(this ILogger logger, string name, string reason);

    [LoggerMessage(5, LogLevel.Warning,
        "Position {Position} is parked for the follower '{Name}' after {Attempts} attempts: {Error}")]
    public static partial void Parked(this ILogger logger, string name, long position, int attempts, string error);

    [LoggerMessage(6, LogLevel.Error, "A defect ended the follower '{Name}'; it begins again in {Pause}.")]
    public static partial void FollowerFailed(this ILogger logger, string name, TimeSpan pause, Exception failure);
}
