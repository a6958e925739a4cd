using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>Which failures of PostgreSQL mean what, told by their codes and never by their words.</summary>
internal static class StoreFailures
{
    /// <summary>Whether the server is gone, going, not yet there or not answering in time.</summary>
    public static bool IsUnavailable(this NpgsqlException e) =>
        e.IsTransient || e is PostgresException { SqlState: var state } && IsUnavailable(state);

    /// <summary>Whether a writer that does not take our lock has put its event where ours was to stand.</summary>
    public static bool IsForeignWriter(this PostgresException e) =>
        e is { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "events" };

    public static EventStoreUnavailableException Unavailable(NpgsqlException e) =>
        new($"The database is not available: {e.Message}", e);

    // Class 08 is lost connections, 57P that the server or somebody in charge of it ended this one, 53300 too many.
    private static bool IsUnavailable(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections;
}
