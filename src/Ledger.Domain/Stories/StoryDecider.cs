using System.Diagnostics;
using static Ledger.Domain.Stories.StoryCommand;
using static Ledger.Domain.Stories.StoryState;

namespace Ledger.Domain.Stories;

/// <summary>Every rule of a story: what follows from a command in a state, or which rule refuses it.</summary>
public static class StoryDecider
{
    /// <summary>All is already as the command wants it.</summary>
    internal static Decision<StoryEvent> Nothing { get; } = new([], null);

    /// <summary>Pure: the same command on the same state gives the same decision, and a repeated one nothing.</summary>
    public static Decision<StoryEvent> Decide(StoryCommand command, StoryState state, Limits limits) =>
        state.Current is { } story
            ? Classing.Class(Rule(command, state, limits), story, command)
            : Rule(command, state, limits);

    private static Decision<StoryEvent> Rule(StoryCommand command, StoryState state, Limits limits) =>
        (state, command) switch
        {
            (Unpublished, Publish c) => Publishing.Publish(c, limits),
            (Unpublished, _) => new StoryNotFound(),

            (Published s, Publish c) => Publishing.IsRepeated(c, s.Story) ? Nothing : new AlreadyPublished(),
            (Published s, Revise c) => Revising.Revise(c, s.Story, limits),
            (Published s, Correct c) => Correcting.Correct(c, s.Story, limits),
            (Published s, CorrectPicture c) => CorrectingPicture.Correct(c, s.Story, limits),
            (Published s, AmendCorrection c) => Amending.Amend(c, s.Story, limits),
            (Published s, WithdrawCorrection c) => Amending.Withdraw(c, s.Story, limits),
            (Published s, StoryCommand.Attribute c) => Attributing.Attribute(c, s.Story, limits),
            (Published s, EditCaption c) => Captioning.EditCaption(c, s.Story, limits),
            (Published s, ChangeHeadline c) => Headlining.ChangeHeadline(c, s.Story, limits),
            (Published s, ChangeSlug c) => Addressing.ChangeSlug(c, s.Story, limits),
            (Published, Retract c) => Noticing.With(c.Notice, limits, new ArticleRetracted(c.Notice)),
            (Published, Withdraw c) => Noticing.With(c.Notice, limits, new ArticleWithdrawn(c.Notice)),
            (Published, RemoveForLegalReasons c) => Noticing.Remove(c, limits),
            (Published s, Reinstate c) when s.Story.LastEvent == new ArticleReinstated(c.Notice) => Nothing,
            (Published, Reinstate) => new NotRetractedOrWithdrawn(),

            (Retracted s, Publish c) when !Publishing.IsRepeated(c, s.Story) => new AlreadyPublished(),
            (Retracted s, ChangeSlug c) => Addressing.ChangeSlug(c, s.Story, limits),
            (Retracted s, Retract c) when c.Notice == s.Notice => Nothing,
            (Retracted, Withdraw c) => Noticing.With(c.Notice, limits, new ArticleWithdrawn(c.Notice)),
            (Retracted, RemoveForLegalReasons c) => Noticing.Remove(c, limits),
            (Retracted, Reinstate c) => Noticing.With(c.Notice, limits, new ArticleReinstated(c.Notice)),
            (Retracted, _) => new StoryRetracted(),

            (Withdrawn s, Publish c) when !Publishing.IsRepeated(c, s.Story) => new AlreadyPublished(),
            (Withdrawn s, Withdraw c) when c.Notice == s.Notice => Nothing,
            (Withdrawn, RemoveForLegalReasons c) => Noticing.Remove(c, limits),
            (Withdrawn, Reinstate c) => Noticing.With(c.Notice, limits, new ArticleReinstated(c.Notice)),
            (Withdrawn, _) => new StoryWithdrawn(),

            (Removed s, Publish c) when !Publishing.IsRepeated(c, s.Story) => new AlreadyPublished(),
            (Removed s, RemoveForLegalReasons c) when Noticing.IsRepeated(c, s) => Nothing,
            (Removed, Reinstate c) => Noticing.With(c.Notice, limits, new ArticleReinstated(c.Notice)),
            (Removed, _) => new StoryRemoved(),

            _ => throw new UnreachableException($"No rule for {command.GetType().Name} when {state.GetType().Name}."),
        };
}
