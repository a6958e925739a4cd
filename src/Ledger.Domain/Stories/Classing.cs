namespace Ledger.Domain.Stories;

/// <summary>Has every change of text say what it may alter, so that none is silent.</summary>
internal static class Classing
{
    /// <summary>The decision with its change classed; a minor fix that is more than style needs two people.</summary>
    public static Decision<StoryEvent> Class(Decision<StoryEvent> decision, Story story, StoryCommand command)
    {
        if (command.IsHistory || decision.Events is not [var happened] || !CanAlter(happened))
            return decision;

        var substance = Substance.Of(story.Article, story.Evolve(happened).Article);
        return happened switch
        {
            ArticleRevised e => Class(e with { Substance = substance }, (StoryCommand.Revise)command),
            AttributionChanged e => e with { Substance = substance },
            CaptionEdited e => e with { Substance = substance },
            HeadlineChanged e => e with { Substance = substance },
            _ => decision,
        };
    }

    // A correction says itself what it alters, in a note.
    private static bool CanAlter(StoryEvent happened) =>
        happened is ArticleRevised or AttributionChanged or CaptionEdited or HeadlineChanged;

    private static Decision<StoryEvent> Class(ArticleRevised revised, StoryCommand.Revise command)
    {
        if (revised is not { Kind: RevisionKind.MinorFix, Substance.Flags: { Count: > 0 } flags })
            return revised;

        return command.SecondPerson switch
        {
            null => new NeedsSecondPerson(flags),
            { } people when people.ProposedBy == people.ApprovedBy => new ProposerCannotApprove(),
            { } people => revised with { SecondPerson = people },
        };
    }
}
