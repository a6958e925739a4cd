using System.Globalization;
using Ledger.EventStore;
using Ledger.Formats;

namespace Ledger.Web.Api.Problems;

/// <summary>What an exception means to whoever asked.</summary>
internal static class Failures
{
    public static ProblemType TypeOf(Exception exception) => exception switch
    {
        ProblemException problem => problem.Type,
        InputFormatException => ProblemTypes.InvalidJson,
        BadHttpRequestException bad => ProblemTypes.Of(bad.StatusCode),
        WrongExpectedVersionException => ProblemTypes.StaleVersion,
        ArgumentException { ParamName: "cursor" } => ProblemTypes.BadRequest,
        UnknownEventTypeException => ProblemTypes.UnknownEvent,
        _ when DatabaseTroubles.Is(exception) => ProblemTypes.Unavailable,
        _ => ProblemTypes.Internal,
    };

    /// <summary>A sentence for the answer; of exceptions not made for it, nothing is repeated.</summary>
    public static string? DetailOf(Exception exception) => exception switch
    {
        ProblemException or InputFormatException or BadHttpRequestException or UnknownEventTypeException =>
            exception.Message,
        ArgumentException { ParamName: "cursor" } =>
            "The parameter 'cursor' must be one that a page of this list has given.",
        _ => DatabaseTroubles.Explain(exception),
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
}
