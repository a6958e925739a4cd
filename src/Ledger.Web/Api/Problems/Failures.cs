using System.Data.Common;
using System.Globalization;
using Ledger.EventStore;
using Ledger.Formats;

namespace Ledger.Web.Api.Problems;

/// <summary>What an exception means to whoever asked.</summary>
internal static class Failures
{
    private static readonly string[] UnreachableStates = ["08", "28", "3D", "53", "57P"];

    public static ProblemType TypeOf(Exception exception) => exception switch
    {
        ProblemException problem => problem.Type,
        InputFormatException => ProblemTypes.InvalidJson,
        BadHttpRequestException bad => ProblemTypes.Of(bad.StatusCode),
        WrongExpectedVersionException => ProblemTypes.StaleVersion,
        ArgumentException { ParamName: "cursor" } => ProblemTypes.BadRequest,
        EventStoreUnavailableException or TimeoutException => ProblemTypes.Unavailable,
        DbException database when IsUnreachable(database) => ProblemTypes.Unavailable,
        _ => ProblemTypes.Internal,
    };

    /// <summary>A sentence for the answer; of exceptions not made for it, nothing is repeated.</summary>
    public static string? DetailOf(Exception exception) => exception switch
    {
        ProblemException or InputFormatException or BadHttpRequestException => exception.Message,
        ArgumentException { ParamName: "cursor" } =>
            "The parameter 'cursor' must be one that a page of this list has given.",
        _ => null,
    };

    public static IReadOnlyList<(string Name, object? Value)> MembersOf(Exception exception) => exception switch
    {
        ProblemException problem => problem.Members,
        InputFormatException input => [("line", input.Line), ("column", input.Column)],
        _ => [],
    };

    /// <summary>Whether this is an answer and no defect, and so leaves no stack trace in the log.</summary>
    public static bool IsExpected(Exception exception) => TypeOf(exception) != ProblemTypes.Internal;

    public static string TooLarge(long most) =>
        string.Create(CultureInfo.InvariantCulture, $"The body of a request may have {most} bytes at most.");

    // An error of the server itself carries a SQLSTATE; these are lost, refused and ended connections, wrong passwords,
    // and databases that do not exist.
    private static bool IsUnreachable(DbException exception) => exception.SqlState is not { } state
        || UnreachableStates.Any(start => state.StartsWith(start, StringComparison.Ordinal));
}
