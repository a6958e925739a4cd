using Ledger.EventStore;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>A table of a read model.</summary>
/// <param name="Name">Its name, without a schema.</param>
/// <param name="Sql">Creates it and its indexes where they are missing, all without a schema.</param>
public sealed record Table(string Name, string Sql);

/// <summary>One read model: its tables, and how their rows follow from the events.</summary>
/// <remarks>
/// <list type="number">
/// <item>The rows depend on the events alone: not on the clock, on chance, on how the events are cut into batches,
/// nor on the rows of another read model.</item>
/// <item>SQL names its tables without a schema; the transaction's <c>search_path</c> says whether they are those
/// that readers see or those that a rebuild fills.</item>
/// <item>An event that cannot be projected throws. It is never skipped.</item>
/// </list>
/// </remarks>
public interface IProjection
{
    /// <summary>The name of the read model, for ever.</summary>
    string Name { get; }

    /// <summary>Raised when the same events are to give other rows; the read model is then made anew.</summary>
    int Version { get; }

    IReadOnlyList<Table> Tables { get; }

    /// <summary>Brings the rows up to the last of the events. It is given each exactly once, and in order.</summary>
    /// <param name="events">Events that follow directly on those applied before; at least one.</param>
    /// <param name="connection">In the transaction that also moves the checkpoint.</param>
    /// <param name="cancellationToken">Rolls all of it back.</param>
    Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken);
}
