using Ledger.Domain.Stories;

namespace Ledger.Domain.Policies;

/// <summary>The deadlines of the desk, in whole hours.</summary>
/// <param name="TriageHours">From an error report until somebody has looked at it.</param>
/// <param name="DecideHours">From that look until the report is decided, by the severity that it was given.</param>
/// <param name="ApproveHours">From the submission of a draft to its approval.</param>
public sealed record Deadlines(int TriageHours, HoursBySeverity DecideHours, int ApproveHours);

/// <summary>A number of hours for each severity.</summary>
public sealed record HoursBySeverity(
    int Minor, int MinorVisible, int Clarifying, int Substantive, int Serious, int Legal)
{
    public int For(Severity severity) => severity switch
    {
        Severity.Minor => Minor,
        Severity.MinorVisible => MinorVisible,
        Severity.Clarifying => Clarifying,
        Severity.Substantive => Substantive,
        Severity.Serious => Serious,
        Severity.Legal => Legal,
    };
}
