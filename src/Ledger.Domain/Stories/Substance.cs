using Ledger.Text.Substance;

namespace Ledger.Domain.Stories;

/// <summary>A change that may alter what the article says, with its place and the words on both sides.</summary>
/// <param name="Before">The words that were there; empty where something was added.</param>
/// <param name="After">The words that are there; empty where something was taken out.</param>
/// <param name="Reason">One sentence that says why it was flagged.</param>
public sealed record ChangeFlag(FlagKind Kind, Place Place, string Before, string After, string Reason);

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
