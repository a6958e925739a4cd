using Ledger.Domain.Policies;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Policies;

public sealed class PolicyTests
{
    private static readonly HousePolicy Stricter = HousePolicy.Default with { LateAfterDays = 7 };

    [Fact]
    public void A_policy_replaces_the_one_before_and_the_same_one_is_nothing()
    {
        Given().When(Stricter).Then(new PolicyAdopted(Stricter, "As agreed."));
        Given(new PolicyAdopted(Stricter, null)).When(Stricter).ThenNothing();
        Given().When(HousePolicy.Default).ThenNothing();
    }

    public static TheoryData<string, string> Broken() => new()
    {
        { "emergency.hours", "must be from 1 to 8760" },
        { "deadlines.triageHours", "must be from 1 to 8760" },
        { "deadlines.decideHours.minorVisible", "must be from 1 to 8760" },
        { "deadlines.approveHours", "must be from 1 to 8760" },
        { "limits.claims", FormattableString.Invariant($"must be from 1 to {new Limits().Claims}") },
        { "limits.noteCharacters", FormattableString.Invariant($"must be from 1 to {new Limits().Note}") },
        { "lateAfterDays", "must be from 1 to 3650" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_no_house_can_mean_is_refused_by_the_name_of_the_field(string field, string problem)
    {
        foreach (var value in new[] { 0, -1, int.MaxValue })
            Given().When(With(field, value)).ThenRefused(new InvalidField(field, problem));
    }

    [Fact]
    public void A_house_that_gives_no_note_for_misspelled_names_takes_them_for_minor()
    {
        Assert.Equal(Severity.MinorVisible, HousePolicy.Default.SeverityOf(CorrectionClass.MisspellingName));
        var quiet = HousePolicy.Default with { NoteForMisspelledNames = false };
        Assert.Equal(Severity.Minor, quiet.SeverityOf(CorrectionClass.MisspellingName));
        Assert.Equal(Severity.Substantive, quiet.SeverityOf(CorrectionClass.FactualError));
    }

    private static HousePolicy With(string field, int value)
    {
        var policy = HousePolicy.Default;
        var deadlines = policy.Deadlines;
        return field switch
        {
            "emergency.hours" => policy with { Emergency = policy.Emergency with { Hours = value } },
            "deadlines.triageHours" => policy with { Deadlines = deadlines with { TriageHours = value } },
            "deadlines.decideHours.minorVisible" => policy with
            {
                Deadlines = deadlines with { DecideHours = deadlines.DecideHours with { MinorVisible = value } },
            },
            "deadlines.approveHours" => policy with { Deadlines = deadlines with { ApproveHours = value } },
            "limits.claims" => policy with { Limits = policy.Limits with { Claims = value } },
            "limits.noteCharacters" => policy with { Limits = policy.Limits with { NoteCharacters = value } },
            "lateAfterDays" => policy with { LateAfterDays = value },
            _ => throw new ArgumentOutOfRangeException(nameof(field)),
        };
    }

    private static History Given(params PolicyEvent[] events) => new(events);

    private sealed record History(PolicyEvent[] Events)
    {
        public Answer<PolicyEvent> When(HousePolicy policy) => new(PolicyDecider.Decide(
            new PolicyCommand.Adopt(policy, "As agreed."),
            Events.Aggregate(PolicyState.Initial, (state, happened) => state.Evolve(happened)), new()));
    }
}
