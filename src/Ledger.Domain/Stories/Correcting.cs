namespace Ledger.Domain.Stories;

internal static class Correcting
{
    public static Decision<StoryEvent> Correct(StoryCommand.Correct c, Story story, Limits limits)
    {
        if (FirstBroken(c, limits) is { } broken)
            return broken;

        // A draft that is published again after a crash is published already.
        if (c.Review?.DraftId is not null && story.FindCorrection(c.CorrectionId) is not null)
            return StoryDecider.Nothing;

        var isRepeated = story.Corrections.Any(correction => correction.IsSameAs(c));
        if (c.Claims.Count == 0 && isRepeated)
            return StoryDecider.Nothing;

        var corrected = story.Article;
        var places = new HashSet<Place>();
        foreach (var claim in c.Claims)
        {
            if (!WrongWords.StandIn(corrected, claim, claim.Field))
                return isRepeated ? StoryDecider.Nothing : NotFound(corrected, claim);

            corrected = WrongWords.Replace(corrected, claim, places);
        }

        return Issue(c, story, corrected, places, limits);
    }

    /// <summary>The correction, where after it the words are right everywhere in the article.</summary>
    public static Decision<StoryEvent> Issue(
        StoryCommand.Correct c, Story story, Article corrected, IReadOnlySet<Place> places, Limits limits)
    {
        if (NotApplied(corrected, c.Claims) is { } notApplied)
            return notApplied;

        var article = CorrectedArticle.Tidy(story.Article, corrected, c.Claims, story.LastBlockNumber);
        return ArticleRules.FirstBroken(article, limits) is { } brokenAfter
            ? brokenAfter
            : new CorrectionIssued(c.CorrectionId, c.Class, c.Gravity, c.Note, c.Claims,
                [.. ArticleTexts.Places(story.Article).Where(places.Contains)],
                ArticleChange.Between(story.Article, article), c.Apology ? true : null, c.Review);
    }

    public static Refusal? FirstBroken(StoryCommand.Correct c, Limits limits) =>
        (c.Gravity == Severity.Minor ? null : TextRules.Required(c.Note, new NoteRequired()))
        ?? TextRules.Broken("note", c.Note, limits.Note)
        ?? (c.Claims.Count == 0 && !c.Class.MayStandAlone() ? new ClaimsRequired() : null)
        ?? (c.Claims.Count > limits.Claims ? new TooMany("claims", c.Claims.Count, limits.Claims) : null)
        ?? c.Claims.Select((claim, i) => Claim.FirstBroken(claim, $"claims[{i}]", limits))
            .OfType<Refusal>().FirstOrDefault();

    private static WrongTextNotFound NotFound(Article article, Claim claim) =>
        new(claim.Wrong, [.. WrongWords.Places(article, claim)]);

    private static CorrectionNotApplied? NotApplied(Article corrected, IReadOnlyList<Claim> claims)
    {
        var standing = claims.SelectMany(claim => WrongWords.Places(corrected, claim)).ToHashSet();
        return standing.Count > 0 || claims.Any(claim => !WrongWords.RightStandIn(corrected, claim))
            ? new([.. ArticleTexts.Places(corrected).Where(standing.Contains)])
            : null;
    }
}
