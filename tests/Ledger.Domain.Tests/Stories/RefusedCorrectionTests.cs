using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class RefusedCorrectionTests
{
    [Fact]
    public void Words_that_are_not_there_are_refused()
    {
        new Given(Published).When(Correct(new Claim("£7m", "£3m"))).ThenRefused(new WrongTextNotFound("£7m", []));
        new Given(Published).When(Correct(new Claim("£5", "£3"))).ThenRefused(new WrongTextNotFound("£5", []));
        new Given(Published).When(Correct(new Claim("£5m", "£3m", ArticleField.Headline)))
            .ThenRefused(new WrongTextNotFound("£5m", [new(ArticleField.Body, "b2")]));
    }

    [Fact]
    public void Wrong_words_that_still_stand_elsewhere_are_refused_with_each_place() => new Given(Published)
        .When(Correct(new Claim("wall", "pier", ArticleField.Body)))
        .ThenRefused(new CorrectionNotApplied([new(ArticleField.Headline), new(ArticleField.Caption, "b4")]));

    [Fact]
    public void Claims_that_undo_each_other_are_refused()
    {
        new Given(Published).When(Correct(new Claim("£5m", "£3m"), new("£3m", "£5m")))
            .ThenRefused(new CorrectionNotApplied([new(ArticleField.Body, "b2")]));
        new Given(Published).When(Correct(new Claim("£5m", "£3m"), new("£3m", "£4m")))
            .ThenRefused(new CorrectionNotApplied([]));
    }

    [Fact]
    public void A_note_and_sound_claims_are_needed()
    {
        var given = new Given(Published) { Limits = new() { Claims = 1 } };

        given.When(Correct(new Claim("£5m", "£3m")) with { Note = " " }).ThenRefused(new NoteRequired());
        given.When(Correct(new Claim("£5m", "£5m")))
            .ThenRefused(new InvalidField("claims[0].right", "says the same as the wrong words"));
        given.When(Correct(new Claim(" ", "£5m")))
            .ThenRefused(new InvalidField("claims[0].wrong", "must not be empty"));
        given.When(Correct(new Claim("£5m", "£3m\0")))
            .ThenRefused(new InvalidField("claims[0].right", "holds the control character U+0000 as character 4"));
        given.When(Correct(new Claim("£5m", "£3m"), new("40", "50"))).ThenRefused(new TooMany("claims", 2, 1));
    }

    [Fact]
    public void An_article_is_sound_after_its_correction()
    {
        new Given(Published).When(Correct(new Claim(Harbour.Headline, "", ArticleField.Headline)))
            .ThenRefused(new InvalidField("headline", "must not be empty"));
        new Given(Published with { Article = With(Paragraph("b1", "All wrong.")) })
            .When(Correct(new Claim("All wrong.", ""))).ThenRefused(new NoBlocks());
    }

    private static StoryCommand.Correct Correct(params Claim[] claims) =>
        new(CorrectionId, CorrectionClass.FactualError, claims, "An earlier version gave the wrong figure.");
}
