namespace Ledger.Followers.Wolverine;

/// <summary>What goes through Wolverine.</summary>
public sealed record WolverineSettings
{
    /// <summary>Whether the events of the log go to Wolverine.</summary>
    public bool Events { get; init; } = true;

    /// <summary>Whether commands are taken from Wolverine.</summary>
    public bool Commands { get; init; } = true;

    /// <summary>
    /// To which of Wolverine's queues in PostgreSQL events go; null where extensions of Wolverine's say where, by
    /// handlers in this process or by other transports.
    /// </summary>
    public string? EventQueue { get; init; } = "ledger_events";

    /// <summary>From which queue commands come; null where extensions say from where.</summary>
    public string? CommandQueue { get; init; } = "ledger_commands";

    /// <summary>Of how many stories events are under way at once.</summary>
    public int StoriesAtOnce { get; init; } = 16;

    /// <summary>How long Wolverine has for one event before it is looked after again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After which pauses Wolverine tries again what failed, before it is a dead letter.</summary>
    public IReadOnlyList<TimeSpan> FirstPauses { get; init; } =
        [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>When a dead letter is tried again by the follower.</summary>
    public RetrySchedule Retries { get; init; } = RetrySchedule.Standard;
}
