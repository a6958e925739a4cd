namespace Ledger.Cli.Running;

/// <summary>The time zone of the house, as an environment variable names it.</summary>
internal static class ConfiguredZone
{
    private const string Variable = "LEDGER_ZONE";

    // The parts of the world by which IANA names zones. What else the folder of zones holds are other spellings, and
    // zones with leap seconds, whose clocks are half a minute off.
    private static readonly string[] Areas =
    [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian",
        "Pacific",
    ];

    /// <exception cref="UsageException">It names none, or none that is known here.</exception>
    public static TimeZoneInfo FromEnvironment()
    {
        if (Environment.GetEnvironmentVariable(Variable)?.Trim() is not { Length: > 0 } name || name == "UTC")
            return TimeZoneInfo.Utc;

        if (!Areas.Contains(name.Split('/')[0]) || !name.Contains('/', StringComparison.Ordinal))
            throw Unknown(name);

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;

        // Nobody who has named a zone rightly should have to look for the error in its name.
        throw TimeZoneInfo.GetSystemTimeZones().Count > 1
            ? Unknown(name)
            : new UsageException($"{Variable} is '{name}', but this machine knows no time zones: install tzdata.");
    }

    private static UsageException Unknown(string name) =>
        new($"{Variable} must be the IANA name of a time zone, such as Europe/Berlin, but is '{name}'.");
}
