using Ledger.Domain.Stories;

namespace Ledger.Domain.Reports;

/// <summary>Within how many hours the desk looks at a report, and decides it once it has.</summary>
public sealed record Deadlines
{
    /// <summary>From the report until somebody has looked at it.</summary>
    public int Triage { get; init; } = 24;
    public int Minor { get; init; } = 14 * 24;
    public int MinorVisible { get; init; } = 7 * 24;
    public int Clarifying { get; init; } = 72;
    public int Substantive { get; init; } = 24;
    public int Serious { get; init; } = 8;
    public int Legal { get; init; } = 4;

    /// <summary>The hours from the desk's first look until it is decided.</summary>
    public int HoursFor(Severity severity) => severity switch
    {
        Severity.Minor => Minor,
        Severity.MinorVisible => MinorVisible,
        Severity.Clarifying => Clarifying,
        Severity.Substantive => Substantive,
        Severity.Serious => Serious,
        Severity.Legal => Legal,
    };
}
