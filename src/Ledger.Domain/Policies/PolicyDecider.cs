using System.Globalization;
using System.Text.Json;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Policies;

/// <summary>What somebody wants done to the policy.</summary>
public abstract record PolicyCommand
{
    private PolicyCommand() { }

    public sealed record Adopt(HousePolicy Policy, string? Reason) : PolicyCommand;
}

/// <summary>The rules of the rules.</summary>
public static class PolicyDecider
{
    private const int HoursOfAYear = 8_760;
    private const int DaysOfTenYears = 3_650;

    public static Decision<PolicyEvent> Decide(PolicyCommand command, PolicyState state, Limits limits) =>
        command switch
        {
            PolicyCommand.Adopt c when FirstBroken(c, limits) is { } broken => broken,
            PolicyCommand.Adopt c when c.Policy == state.Policy => new Decision<PolicyEvent>([], null),
            PolicyCommand.Adopt c => new PolicyAdopted(c.Policy, c.Reason),
            _ => throw new System.Diagnostics.UnreachableException($"No rule for {command.GetType().Name}."),
        };

    private static Refusal? FirstBroken(PolicyCommand.Adopt c, Limits limits) =>
        Between("emergency.hours", c.Policy.Emergency.Hours, HoursOfAYear)
        ?? Between("deadlines.triageHours", c.Policy.Deadlines.TriageHours, HoursOfAYear)
        ?? Enum.GetValues<Severity>().Select(severity => Between(
            $"deadlines.decideHours.{JsonNamingPolicy.CamelCase.ConvertName(severity.ToString())}",
            c.Policy.Deadlines.DecideHours.For(severity), HoursOfAYear)).FirstOrDefault(broken => broken is not null)
        ?? Between("deadlines.approveHours", c.Policy.Deadlines.ApproveHours, HoursOfAYear)
        ?? Between("limits.claims", c.Policy.Limits.Claims, limits.Claims)
        ?? Between("limits.noteCharacters", c.Policy.Limits.NoteCharacters, limits.Note)
        ?? Between("lateAfterDays", c.Policy.LateAfterDays, DaysOfTenYears)
        ?? TextRules.Broken("reason", c.Reason, limits.Note);

    private static InvalidField? Between(string field, int value, int most) => value >= 1 && value <= most
        ? null
        : new(field, string.Create(CultureInfo.InvariantCulture, $"must be from 1 to {most}"));
}
