using Ledger.EventStore.Postgres.Appending;
using Npgsql;

namespace Ledger.EventStore.Postgres;

/// <summary>Which failures of PostgreSQL mean what, told by their codes and never by their words.</summary>
internal static class StoreFailures
{
    /// <summary>Whether the server is gone, going, not yet there or not answering in time.</summary>
    public static bool IsUnavailable(this NpgsqlException e) =>
        e.IsTransient || e is PostgresException { SqlState: var state } && IsUnavailable(state);

    /// <summary>Whether the connection went away under a statement, so that what came of it is open.</summary>
    public static bool IsLostConnection(this Exception e) =>
        e is NpgsqlException npgsql and not PostgresException { InvariantSeverity: "ERROR" } && npgsql.IsUnavailable();

    /// <summary>Whether a writer that does not take our lock has put its event where ours was to stand.</summary>
    public static bool IsForeignWriter(this Exception e) =>
        e is PlaceTakenException
            or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, SchemaName: "events" };

    public static EventStoreUnavailableException Unavailable(NpgsqlException e) =>
        new($"The database is not available: {e.Message}", e);

    // Class 08 is lost connections, 53 that the server lacks disk, memory or connections, 57 that it or somebody in
    // charge of it, or of the time it may take, ended the statement, 58 that its disk or its system fails.
    private static bool IsUnavailable(string state) =>
        state.Length == 5 && state[..2] is "08" or "53" or "57" or "58"
        || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction;
}
