namespace Ledger.Domain.Stories;

internal static class CorrectingPicture
{
    /// <summary>
    /// The correction that a story gets when a picture is corrected wherever it is used. Another picture of the story
    /// may rightly say what is wrong of this one, so that nothing but the words beside this one is replaced; where
    /// they stand elsewhere, too, a person has to look at the story.
    /// </summary>
    public static Decision<StoryEvent> Correct(StoryCommand.CorrectPicture c, Story story, Limits limits)
    {
        // What is published again after a crash is published already.
        if (story.FindCorrection(c.Correction.CorrectionId) is not null)
            return StoryDecider.Nothing;

        if (Correcting.FirstBroken(c.Correction, limits) is { } broken)
            return broken;

        if (PictureWords.Only(story.Article, c.Url).Blocks.Count == 0)
            return new PictureNotUsed();

        var corrected = PictureWords.Correct(story.Article, c.Url, c.Correction.Claims);
        if (corrected.Missing is { } missing)
            return new PictureSaysOtherwise(missing.Wrong, PictureWords.Describe(story.Article, c.Url));

        if (corrected.Applied.Count == 0)
            return StoryDecider.Nothing;

        var decision = Correcting.Issue(
            c.Correction with { Claims = corrected.Applied }, story, corrected.Article, corrected.Places, limits);
        return decision.Events is [CorrectionIssued issued] ? issued with { AssetId = c.AssetId } : decision;
    }
}
