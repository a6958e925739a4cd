namespace Ledger.EventStore.Tests.Marten;

/// <summary>Stands for the tests beside this file where they are not built.</summary>
public sealed class NotBuilt
{
    [Fact(Skip = "Marten is not in this build: its packages cannot be restored here, or CritterStack is not set.")]
    public void The_log_through_Marten()
    {
    }
}
