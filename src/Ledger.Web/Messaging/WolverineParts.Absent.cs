namespace Ledger.Web.Messaging;

/// <summary>Stands for Wolverine where it is not in the build.</summary>
public static class WolverineParts
{
    /// <summary>Whether it is in this build.</summary>
    public static bool AreBuilt => false;

    internal static void AddWolverine(this IServiceCollection services, string connectionString, WolverineUse use)
    {
        if (use != WolverineUse.Off)
            throw new InvalidOperationException($"Wolverine is not in this build, and so cannot have {use}.");
    }
}
