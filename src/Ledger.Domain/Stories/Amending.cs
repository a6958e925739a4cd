namespace Ledger.Domain.Stories;

/// <summary>What can still be done to a correction that is public.</summary>
internal static class Amending
{
    /// <summary>A new note for a correction that is public; the old one stays where it was.</summary>
    public static Decision<StoryEvent> Amend(StoryCommand.AmendCorrection c, Story story, Limits limits)
    {
        var note = c.Note.Trim();
        if ((TextRules.Required(note, new NoteRequired()) ?? TextRules.Broken("note", note, limits.Note))
            is { } broken)
            return broken;

        return story.FindCorrection(c.CorrectionId) switch
        {
            null => new CorrectionNotFound(),
            { IsWithdrawn: true } => new CorrectionIsWithdrawn(),
            { Note: var current } when current == note => StoryDecider.Nothing,
            { Note: var current } => new CorrectionAmended(
                c.CorrectionId, new(current, note), TextRules.Present(c.Reason)),
        };
    }

    /// <summary>The correction was wrong itself: it stays readable, marked as withdrawn, with the reason.</summary>
    public static Decision<StoryEvent> Withdraw(StoryCommand.WithdrawCorrection c, Story story, Limits limits)
    {
        if (TextRules.Reason(c.Reason, limits) is { } broken)
            return broken;

        return story.FindCorrection(c.CorrectionId) switch
        {
            null => new CorrectionNotFound(),
            { WithdrawnBecause: { } reason } when reason == c.Reason => StoryDecider.Nothing,
            { IsWithdrawn: true } => new CorrectionIsWithdrawn(),
            _ => new CorrectionWithdrawn(c.CorrectionId, c.Reason),
        };
    }
}
