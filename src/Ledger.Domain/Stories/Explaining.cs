using Ledger.Text.Substance;

namespace Ledger.Domain.Stories;

/// <summary>Why a change of text counts as unexplained.</summary>
public enum Unexplained
{
    /// <summary>It may alter what the story says, and nothing of that was recorded.</summary>
    NotClassed,

    /// <summary>What was recorded of it is not what the same rules find now.</summary>
    ClassedOtherwise,

    /// <summary>It is called a minor fix, is more than style, and no second person approved it.</summary>
    WithoutSecondPerson,
}

/// <summary>Holds changes of text to what is recorded of them.</summary>
public static class Explaining
{
    /// <summary>The verdict by what is recorded, at little cost; what was not classed is classed now.</summary>
    public static Unexplained? ByRecord(StoryEvent happened, Article before, Article after) =>
        !IsClassed(happened) ? null
        : SubstanceOf(happened) is { } recorded ? WithoutSecondPerson(happened, recorded)
        : Substance.Of(before, after).Flags.Count > 0 ? Unexplained.NotClassed : null;

    /// <summary>The verdict by the rules of today, applied again to both texts.</summary>
    /// <remarks>What older rules classed is held to what they found; those of today may find other things.</remarks>
    public static Unexplained? ByRules(StoryEvent happened, Article before, Article after)
    {
        if (SubstanceOf(happened) is not { Rules: SubstanceClassifier.Rules } recorded)
            return ByRecord(happened, before, after);

        return recorded == Substance.Of(before, after)
            ? WithoutSecondPerson(happened, recorded)
            : Unexplained.ClassedOtherwise;
    }

    private static Unexplained? WithoutSecondPerson(StoryEvent happened, Substance recorded) =>
        happened is ArticleRevised { Kind: RevisionKind.MinorFix } fix && recorded.Flags.Count > 0
        && (fix.SecondPerson is not { } people || people.ProposedBy == people.ApprovedBy)
            ? Unexplained.WithoutSecondPerson
            : null;

    private static bool IsClassed(StoryEvent happened) =>
        happened is ArticleRevised or AttributionChanged or CaptionEdited or HeadlineChanged;

    private static Substance? SubstanceOf(StoryEvent happened) => happened switch
    {
        ArticleRevised e => e.Substance,
        AttributionChanged e => e.Substance,
        CaptionEdited e => e.Substance,
        HeadlineChanged e => e.Substance,
        _ => null,
    };
}
