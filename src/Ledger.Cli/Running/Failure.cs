using System.Data.Common;
using System.Net.Sockets;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Formats;
using Ledger.Hosting.Accounts;
using Ledger.Hosting.Embedded;
using Ledger.Hosting.Erasing;
using Ledger.Hosting.Signing;
using Ledger.Hosting.Webhooks;
using Ledger.Hosting.Witnesses;
using Ledger.Projections.Running;
using Ledger.Web.Api.Problems;

namespace Ledger.Cli.Running;

/// <summary>What an exception means to whoever ran the command: the one place where that is decided.</summary>
/// <param name="Sentence">For people; one sentence.</param>
/// <param name="More">What a program can read beside it, such as <c>line</c> and <c>column</c>.</param>
internal sealed record Failure(
    int Code, ProblemType Type, string Sentence, IReadOnlyList<(string Name, object Value)> More)
{
    private static readonly string[] UnreachableStates = ["08", "28", "3D", "53", "57P"];

    public static Failure Of(Exception exception) => exception switch
    {
        UsageException e => new(ExitCode.BadUsage, ProblemTypes.BadRequest, e.Message),
        InputFormatException e => new(ExitCode.BadUsage, ProblemTypes.InvalidJson, e.Message, PlaceOf(e)),
        RefusedException e => new(
            ExitCode.Refused, ProblemTypes.Of(e.Refusal.Code), e.Message,
            e.Refusal is FieldRefusal field ? [("field", field.Field)] : []),
        ErasureRefusedException e => new(ExitCode.Refused, ProblemTypes.Refused, e.Message),
        WebhookException e => new(ExitCode.Refused, ProblemTypes.Refused, e.Message),
        WitnessException e => new(ExitCode.Refused, ProblemTypes.Refused, e.Message),
        AccountException e => new(ExitCode.Refused, ProblemTypes.Refused, e.Message),
        LogKeysException or KeyFileException => new(ExitCode.Refused, ProblemTypes.Refused, exception.Message),
        LogIntegrityException e => new(ExitCode.CheckFailed, ProblemTypes.Internal, e.Message),
        WrongExpectedVersionException e => new(ExitCode.Conflict, ProblemTypes.StaleVersion, StaleSentence(e), [
            ("expected", e.Expected.Value ?? 0), ("actual", e.Actual)]),
        KeyTakenException e => new(ExitCode.Conflict, ProblemTypes.SlugTaken, e.Message),
        UnknownEventTypeException e => new(
            ExitCode.CheckFailed, ProblemTypes.UnknownEvent,
            $"{OneLine(e.Message)}; a newer version of Ledger may know it.", [("position", e.Position)]),
        RebuildStoppedException e => new(
            ExitCode.CheckFailed, ProblemTypes.Internal,
            $"The read model '{e.Name}' cannot get past position {e.Position}: {OneLine(e.Message)}.",
            [("position", e.Position)]),
        EmbeddedPostgresException e => Unreachable(e),
        EventStoreUnavailableException e => Unreachable(e),
        SocketException or TimeoutException => Unreachable(exception),
        DbException e when IsUnreachable(e) => Unreachable(e),
        OperationCanceledException => new(ExitCode.Interrupted, ProblemTypes.BadRequest, "Interrupted."),
        _ => new(ExitCode.Defect, ProblemTypes.Internal,
            $"A defect of the program: {OneLine(exception.Message)} ({exception.GetType().Name})."),
    };

    private Failure(int code, ProblemType type, string sentence)
        : this(code, type, sentence, [])
    {
    }

    private static (string Name, object Value)[] PlaceOf(InputFormatException e) => (e.Line, e.Column) switch
    {
        ({ } line, { } column) => [("line", line), ("column", column)],
        ({ } line, null) => [("line", line)],
        _ => [],
    };

    private static string StaleSentence(WrongExpectedVersionException e) => FormattableString.Invariant(
        $"The story is at version {e.Actual}, not at {e.Expected.Value}: look at it again.");

    private static Failure Unreachable(Exception e) => new(
        ExitCode.DatabaseNotReachable, ProblemTypes.Unavailable,
        e is EmbeddedPostgresException ? e.Message : $"The database cannot be reached: {OneLine(e.Message)}.");

    // An error of the server itself carries a SQLSTATE; these are lost, refused and ended connections, wrong
    // passwords, and databases that do not exist.
    private static bool IsUnreachable(DbException e) => e.SqlState is not { } state
        || UnreachableStates.Any(start => state.StartsWith(start, StringComparison.Ordinal));

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd('.');
}
