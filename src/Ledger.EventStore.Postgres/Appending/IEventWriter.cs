using Npgsql;

namespace Ledger.EventStore.Postgres.Appending;

/// <summary>Writes the events of a group by other means than the statements of this project.</summary>
internal interface IEventWriter
{
    /// <summary>
    /// Writes the events and streams of a plan, and tells listeners, in a transaction that holds the append lock. Keys,
    /// commands and leaves are written by others.
    /// </summary>
    /// <exception cref="PlaceTakenException">Somebody who does not take the lock was there first.</exception>
    /// <exception cref="NpgsqlException">The database failed; the transaction cannot go on.</exception>
    void Write(NpgsqlTransaction transaction, GroupPlan plan);
}

/// <summary>A writer that does not take our lock has put its event where ours was to stand.</summary>
internal sealed class PlaceTakenException(Exception inner) : Exception(inner.Message, inner);
