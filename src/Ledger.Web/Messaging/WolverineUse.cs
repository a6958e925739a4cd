namespace Ledger.Web.Messaging;

/// <summary>What goes through Wolverine, in a build that has it.</summary>
[Flags]
public enum WolverineUse
{
    /// <summary>Nothing; Wolverine does not run.</summary>
    Off = 0,

    /// <summary>The events of the log go to it.</summary>
    Events = 1,

    /// <summary>Commands come from it.</summary>
    Commands = 2,

    /// <summary>Both.</summary>
    On = Events | Commands,
}
