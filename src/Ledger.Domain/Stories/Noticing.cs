namespace Ledger.Domain.Stories;

internal static class Noticing
{
    /// <summary>The event, provided that its notice can be shown to readers.</summary>
    public static Decision<StoryEvent> With(string notice, Limits limits, StoryEvent happens) =>
        (TextRules.Required(notice, new NoticeRequired())
            ?? TextRules.Broken("notice", notice, limits.Note)) is { } broken ? broken : happens;
}
