using Ledger.EventStore;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>Failures that say nothing about an event: the database is away, busy or being stopped.</summary>
internal static class Transient
{
    // Not among Npgsql's names.
    private const string IdleInTransactionTimeout = "25P03";

    public static bool Is(Exception failure) => failure switch
    {
        EventStoreUnavailableException => true,
        PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.QueryCanceled or IdleInTransactionTimeout
        } => true,
        PostgresException e => e.IsTransient,
        NpgsqlException => true,
        _ => false,
    };

    /// <summary>Whether a failure is that of the events themselves, which would fail again.</summary>
    public static bool IsNot(Exception failure) => failure is not OperationCanceledException && !Is(failure);
}
