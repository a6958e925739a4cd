namespace Ledger.Projections.Running;

/// <summary>Where read models are kept: their tables, versions, checkpoints and errors, found by search path.</summary>
/// <param name="SearchPath">The schemas in which unqualified names are looked up; new tables go into the first.</param>
/// <param name="Lock">The name of the advisory lock under which rows are written here, by one at a time.</param>
internal sealed record Area(string SearchPath, string Lock)
{
    /// <summary>What readers see.</summary>
    public static Area Live { get; } = new("read, events, ops, pg_temp", "ledger:read");

    /// <summary>What a rebuild fills; everything it needs is in the one schema, which goes when it ends.</summary>
    public static Area Shadow { get; } = new("read_rebuild, pg_temp", "ledger:read_rebuild");
}
