namespace Ledger.Domain.Stories;

internal static class Captioning
{
    public static Decision<StoryEvent> EditCaption(StoryCommand.EditCaption c, Story story, Limits limits)
    {
        if (FirstBroken(c, limits) is { } broken)
            return broken;

        if (story.Article.Find(c.BlockId) is not { } block)
            return new BlockNotFound(c.BlockId);

        if (block.Type != BlockType.Image)
            return new NotAnImage(c.BlockId);

        var edited = new CaptionEdited(c.BlockId,
            TextRules.Change(block.Caption, c.Caption), TextRules.Change(block.Credit, c.Credit), c.Reason);
        return edited is { Caption: null, Credit: null } ? StoryDecider.Nothing : edited;
    }

    private static Refusal? FirstBroken(StoryCommand.EditCaption c, Limits limits) =>
        (c is { Caption: null, Credit: null } ? new InvalidField("caption", "is missing, and so is the credit") : null)
        ?? TextRules.Broken("caption", c.Caption, limits.Field)
        ?? TextRules.Broken("credit", c.Credit, limits.Field)
        ?? TextRules.Reason(c.Reason, limits);
}
