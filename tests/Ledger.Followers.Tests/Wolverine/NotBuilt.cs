namespace Ledger.Followers.Tests.Wolverine;

/// <summary>Stands for the tests beside this file where they are not built.</summary>
public sealed class NotBuilt
{
    [Fact(Skip = "Wolverine is not in this build: its packages cannot be restored here, or CritterStack is not set.")]
    public void Events_and_commands_through_Wolverine()
    {
    }
}
