using Ledger.Domain.Stories;

namespace Ledger.Domain.Policies;

/// <summary>Who has to agree before a correction is published.</summary>
public enum Approval
{
    /// <summary>Nobody: one editor may issue it at once.</summary>
    None,

    /// <summary>Any other editor.</summary>
    SecondEditor,

    /// <summary>A standards editor.</summary>
    Standards,
}

/// <summary>The approval that a correction of each severity needs.</summary>
public sealed record Approvals(
    Approval Minor, Approval MinorVisible, Approval Clarifying, Approval Substantive, Approval Serious, Approval Legal)
{
    public Approval For(Severity severity) => severity switch
    {
        Severity.Minor => Minor,
        Severity.MinorVisible => MinorVisible,
        Severity.Clarifying => Clarifying,
        Severity.Substantive => Substantive,
        Severity.Serious => Serious,
        Severity.Legal => Legal,
    };
}

/// <summary>Which corrections one editor may publish at once, and how soon another has to approve them then.</summary>
/// <param name="Hours">The hours after which the missing approval is shown to the public as overdue.</param>
public sealed record EmergencyPath(bool Serious, bool Legal, int Hours)
{
    public bool IsOpenFor(Severity severity) => severity switch
    {
        Severity.Serious => Serious,
        Severity.Legal => Legal,
        _ => false,
    };
}

/// <summary>How large a correction may be, by the rules of the house.</summary>
/// <param name="Claims">The wrong-to-right pairs of one correction.</param>
/// <param name="NoteCharacters">The length of a public note.</param>
public sealed record PolicyLimits(int Claims, int NoteCharacters);

/// <summary>The rules of a newsroom for its corrections, as a whole: each version replaces the one before.</summary>
/// <param name="NoteForMisspelledNames">Whether a misspelled name gets a public note; else it is a minor fix.</param>
/// <param name="LateAfterDays">The age of an error from which on the note has to say why it took so long.</param>
public sealed record HousePolicy(
    Approvals Approvals, EmergencyPath Emergency, Deadlines Deadlines, PolicyLimits Limits,
    bool NoteForMisspelledNames, int LateAfterDays)
{
    /// <summary>
    /// Whether programs are told that a withdrawn story is gone, with status 410. The notice stands there either way.
    /// </summary>
    public bool WithdrawnIsGone { get; init; } = true;

    /// <summary>What holds until a newsroom adopts a policy of its own.</summary>
    public static HousePolicy Default { get; } = new(
        new(Approval.None, Approval.None, Approval.Standards, Approval.Standards, Approval.Standards,
            Approval.Standards),
        new(Serious: true, Legal: true, Hours: 24),
        new(
            TriageHours: 24,
            new(Minor: 14 * 24, MinorVisible: 7 * 24, Clarifying: 72, Substantive: 24, Serious: 8, Legal: 4),
            ApproveHours: 24),
        new(Claims: 50, NoteCharacters: 2_000),
        NoteForMisspelledNames: true,
        LateAfterDays: 30);

    /// <summary>For a house of one: nobody has to approve anything.</summary>
    public static HousePolicy OneHand { get; } = Default with
    {
        Approvals = new(
            Approval.None, Approval.None, Approval.None, Approval.None, Approval.None, Approval.None),
    };

    /// <summary>The severity of a correction of a class in this house.</summary>
    public Severity SeverityOf(CorrectionClass @class) =>
        @class == CorrectionClass.MisspellingName && !NoteForMisspelledNames
            ? Severity.Minor
            : @class.DefaultSeverity();
}
