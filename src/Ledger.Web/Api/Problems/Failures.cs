using System.Data.Common;
using System.Globalization;
using Ledger.EventStore;

namespace Ledger.Web.Api.Problems;

/// <summary>What an exception means to whoever asked.</summary>
internal static class Failures
{
    public static ProblemType TypeOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => ProblemTypes.Of(bad.StatusCode),
        WrongExpectedVersionException => ProblemTypes.StaleVersion,
        EventStoreUnavailableException => ProblemTypes.Unavailable,
        DbException database when IsUnreachable(database) => ProblemTypes.Unavailable,
        TimeoutException => ProblemTypes.Unavailable,
        _ => ProblemTypes.Internal,
    };

    /// <summary>A sentence for the answer; of exceptions not made for it, nothing is repeated.</summary>
    public static string? DetailOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.Message,
        WrongExpectedVersionException stale => stale.Message,
        _ => null,
    };

    /// <summary>Whether the exception is an answer rather than a defect, and so leaves no stack trace in the log.</summary>
    public static bool IsExpected(Exception exception) => TypeOf(exception) != ProblemTypes.Internal;

    public static string TooLarge(long most) =>
        string.Create(CultureInfo.InvariantCulture, $"The body of a request may have {most} bytes at most.");

    // An error of the server itself carries a SQLSTATE; only those of lost, refused and ended connections count here.
    private static bool IsUnreachable(DbException exception) => exception.SqlState is not { } state
        || state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57P", StringComparison.Ordinal);
}
