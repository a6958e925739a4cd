using Ledger.Followers.Wolverine;

namespace Ledger.Web.Messaging;

/// <summary>Wolverine, where it is in the build.</summary>
public static class WolverineParts
{
    /// <summary>Whether it is in this build.</summary>
    public static bool AreBuilt => true;

    internal static void AddWolverine(this IServiceCollection services, string connectionString, WolverineUse use)
    {
        if (use == WolverineUse.Off)
            return;

        services.AddLedgerWolverine(connectionString, new()
        {
            Events = use.HasFlag(WolverineUse.Events),
            Commands = use.HasFlag(WolverineUse.Commands),
        });
    }
}
