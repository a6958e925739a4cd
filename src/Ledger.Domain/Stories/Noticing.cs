namespace Ledger.Domain.Stories;

internal static class Noticing
{
    /// <summary>The event, provided that its notice can be shown to readers.</summary>
    public static Decision<StoryEvent> With(string notice, Limits limits, StoryEvent happens) =>
        (TextRules.Required(notice, new NoticeRequired())
            ?? TextRules.Broken("notice", notice, limits.Note)) is { } broken ? broken : happens;

    public static Decision<StoryEvent> Remove(StoryCommand.RemoveForLegalReasons c, Limits limits) =>
        FirstBroken(c, limits) is { } broken
            ? broken
            : With(c.Notice, limits, new ArticleRemoved(c.Notice, c.Basis, TextRules.Present(c.BlockedBy)));

    public static bool IsRepeated(StoryCommand.RemoveForLegalReasons c, StoryState.Removed state) =>
        (c.Notice, c.Basis, TextRules.Present(c.BlockedBy)) == (state.Notice, state.Basis, state.BlockedBy);

    private static Refusal? FirstBroken(StoryCommand.RemoveForLegalReasons c, Limits limits) =>
        TextRules.Present(c.BlockedBy) is not { } address ? null
        : address.Length > limits.Field ? new TooLong("blockedBy", address.Length, limits.Field)
        : WebAddress.FitsHeader(address) ? null
        : new InvalidField("blockedBy", "must be a whole address on the web, https://..., in plain ASCII");
}
