using Ledger.Web.Messaging;

namespace Ledger.Cli.Running;

/// <summary>What an environment variable wants to go through Wolverine.</summary>
internal static class ConfiguredWolverine
{
    private const string Variable = "LEDGER_WOLVERINE";

    /// <exception cref="UsageException">There is no such use of it, or this build does not have it.</exception>
    public static WolverineUse FromEnvironment()
    {
        var text = Environment.GetEnvironmentVariable(Variable)?.Trim();
        WolverineUse? use = text switch
        {
            null or "" or "off" => WolverineUse.Off,
            "on" => WolverineUse.On,
            "events" => WolverineUse.Events,
            "commands" => WolverineUse.Commands,
            _ => null,
        };
        return use switch
        {
            null => throw new UsageException($"{Variable} must be on, off, events or commands, but is '{text}'."),
            WolverineUse.Off => WolverineUse.Off,
            { } wanted when WolverineParts.AreBuilt => wanted,
            _ => throw new UsageException(
                $"{Variable} is '{text}', but this build does not have Wolverine: build it with CritterStack=true."),
        };
    }
}
