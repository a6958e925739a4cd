using Ledger.Projections.Folding;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Running;

/// <summary>A table of a read model.</summary>
/// <param name="Name">Its name, without a schema.</param>
/// <param name="Sql">Creates it where it is missing, without a schema.</param>
/// <param name="Keys">Creates its keys and indexes where they are missing; a rebuild fills the table first.</param>
internal sealed record Table(string Name, string Sql, string Keys);

/// <summary>One read model: its tables, and how their rows follow from what happened.</summary>
/// <remarks>
/// <list type="number">
/// <item>The rows depend on the events alone: not on the clock, on chance, on how the events are cut into batches,
/// nor on any row that is there.</item>
/// <item>SQL names its tables without a schema; the transaction's <c>search_path</c> says whether they are those
/// that readers see or those that a rebuild fills.</item>
/// <item>An event that cannot be projected throws. It is never skipped.</item>
/// </list>
/// </remarks>
internal interface IProjection
{
    /// <summary>The name of the read model, for ever.</summary>
    string Name { get; }

    /// <summary>Raised when the same events are to give other rows; the read model is then made anew.</summary>
    int Version { get; }

    IReadOnlyList<Table> Tables { get; }

    /// <summary>
    /// What is to be written so that the rows contain a batch, in order. The same for the live tables, where it is
    /// merged into what is there, and for those that a rebuild fills. It is given each event exactly once.
    /// </summary>
    IEnumerable<IWrite> Project(StepBatch batch);
}
