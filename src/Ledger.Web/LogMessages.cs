namespace Ledger.Web;

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "{Trouble} ({Error}); trying again in {Delay}.")]
    public static partial void WorkEnded(this ILogger logger, string trouble, string error, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Warning, "A request was answered 503: {Error}")]
    public static partial void DatabaseUnavailable(this ILogger logger, string error);

    [LoggerMessage(3, LogLevel.Warning, "The keys of the identity provider cannot be had from {Place}: {Error}")]
    public static partial void KeysNotFetched(this ILogger logger, string place, string error);

    [LoggerMessage(4, LogLevel.Warning, "Approved corrections could not be published ({Error}); trying again.")]
    public static partial void PublishingFailed(this ILogger logger, string error);

    [LoggerMessage(5, LogLevel.Error, "No checkpoint is signed: {Reason}")]
    public static partial void NotSigned(this ILogger logger, string reason);

    [LoggerMessage(6, LogLevel.Information, "The log is signed again.")]
    public static partial void SignedAgain(this ILogger logger);

    [LoggerMessage(7, LogLevel.Critical, "A witness doubts the history of this log. {Reason}")]
    public static partial void HistoryDoubted(this ILogger logger, string reason);

    [LoggerMessage(8, LogLevel.Warning, "A checkpoint is not cosigned. {Reason}")]
    public static partial void NotCosigned(this ILogger logger, string reason);

    [LoggerMessage(9, LogLevel.Information, "The witness '{Name}' cosigns the log again.")]
    public static partial void CosignedAgain(this ILogger logger, string name);

    [LoggerMessage(10, LogLevel.Error, "Checkpoints of others cannot be cosigned: {Reason}")]
    public static partial void WitnessWithoutKey(this ILogger logger, string reason);
}
