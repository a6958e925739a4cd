using Ledger.Text.Substance;

namespace Ledger.Domain.Stories;

/// <summary>A change that may alter what the article says, with its place and the words on both sides.</summary>
/// <param name="Before">The words that were there; empty where something was added.</param>
/// <param name="After">The words that are there; empty where something was taken out.</param>
/// <param name="Reason">One sentence that says why it was flagged.</param>
public sealed record ChangeFlag(FlagKind Kind, Place Place, string Before, string After, string Reason)
{
    /// <summary>The flag in a few words: <c>number in body (b2), '5' is now '3'</c>.</summary>
    public string Describe() =>
        $"{Kind.ToString().ToLowerInvariant()} in {Place.Describe([Place])}, " + (Before, After) switch
        {
            ("", _) => $"'{After}' is new",
            (_, "") => $"'{Before}' is gone",
            _ => $"'{Before}' is now '{After}'",
        };
}

/// <summary>The two people behind a minor fix that is more than style.</summary>
/// <param name="FixId">The proposal that the second of them approved.</param>
public sealed record SecondPerson(Guid FixId, string ProposedBy, string ApprovedBy);

/// <summary>What the classifier found in a change.</summary>
/// <param name="Rules">The number of the rules by which it was classed.</param>
/// <param name="Flags">None where it is a matter of style.</param>
public sealed record Substance(int Rules, IReadOnlyList<ChangeFlag> Flags)
{
    /// <summary>Classes what differs between two states of an article by the rules of today.</summary>
    public static Substance Of(Article before, Article after) =>
        new(SubstanceClassifier.Rules, ChangedTexts.Between(before, after).Flags());

    /// <inheritdoc/>
    public bool Equals(Substance? other) =>
        other is not null && Rules == other.Rules && Flags.SequenceEqual(other.Flags);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Rules, Flags.Count);
}
