namespace Ledger.Projections.Running;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Events">How many events of the log the new rows contain.</param>
/// <param name="Head">How many there are, as far as is known yet.</param>
public sealed record RebuildProgress(long Events, long Head);

/// <summary>A rebuild met an event that a read model cannot get past; what readers see is as it was.</summary>
public sealed class RebuildStoppedException(string name, long position, string message) : Exception(message)
{
    /// <summary>The read model.</summary>
    public string Name { get; } = name;

    /// <summary>The position of the event.</summary>
    public long Position { get; } = position;
}
