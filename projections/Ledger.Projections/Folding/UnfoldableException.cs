using Ledger.EventStore;

namespace Ledger.Projections.Folding;

/// <summary>An event that cannot follow on what its story was, so that no read model can get past it.</summary>
internal sealed class UnfoldableException(RecordedEvent recorded, Exception reason)
    : Exception($"Stopped at {recorded.Describe()}: {reason.Message}", reason)
{
    public long Position { get; } = recorded.Position;
}
