using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Stories;

public sealed class ExposureTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Words_are_exposed_from_when_they_stood_there_to_the_correction()
    {
        Assert.Equal([120], Seconds(Published("It was 90."), Said("It was said to be 90."), Corrected("90", "80")));
        Assert.Equal([60], Seconds(Published("It was old."), Said("It was 90."), Corrected("90", "80")));
    }

    [Fact]
    public void Only_the_times_count_in_which_they_stood_there()
    {
        var exposure = Assert.Single(Exposures(
            Published("It was 90."), Said("It was old."), Said("It was 90."), Corrected("90", "80")));

        Assert.Equal(
            [new(Noon, Noon.AddMinutes(1)), new(Noon.AddMinutes(2), Noon.AddMinutes(3))], exposure.Spans);
    }

    [Fact]
    public void Part_of_another_word_is_not_the_word_nor_is_what_stands_in_the_right_words()
    {
        Assert.Equal([60], Seconds(Published("It was 1990."), Said("It was 90."), Corrected("90", "80")));
        Assert.Equal([60], Seconds(Published("By Ada Lund."), Said("By Ada."), Corrected("Ada", "Ada Lund")));
    }

    [Fact]
    public void What_stands_elsewhere_is_not_what_was_corrected()
    {
        var elsewhere = new StoryPublished("wall", Article("It was old.") with { Headline = "90 years" });

        Assert.Equal([60], Seconds(elsewhere, Said("It was 90."), Corrected("90", "80")));
    }

    [Fact]
    public void While_nobody_could_read_it_nothing_was_exposed()
    {
        Assert.Equal([120], Seconds(
            Published("It was 90."), new ArticleWithdrawn("Wrong."), new ArticleReinstated("Right."),
            Corrected("90", "80")));
        Assert.Equal([180], Seconds(
            Published("It was 90."), new ArticleRetracted("Wrong."), new ArticleReinstated("Right."),
            Corrected("90", "80")));
    }

    [Fact]
    public void A_time_that_is_claimed_to_be_earlier_takes_nothing_away()
    {
        var exposures = Exposure.OfStory([
            (Published("It was 90."), Noon), (Said("It was 90, they say."), Noon.AddHours(-1)),
            (Corrected("90", "80"), Noon.AddSeconds(59.9))]);

        Assert.Equal(59, Assert.Single(Assert.Single(exposures).Exposures).Seconds);
    }

    [Fact]
    public void Each_claim_of_each_correction_has_its_own()
    {
        var corrections = Exposure.OfStory(Timed(
            Published("It was 90 metres."), Corrected("90", "80"), Said("It was 80 feet."),
            Corrected("feet", "metres")));

        Assert.Equal(["90", "feet"], corrections.SelectMany(of => of.Exposures).Select(of => of.Wrong));
        Assert.Equal([60, 60], corrections.SelectMany(of => of.Exposures).Select(of => of.Seconds));
    }

    private static IEnumerable<long> Seconds(params StoryEvent[] events) =>
        Exposures(events).Select(exposure => exposure.Seconds);

    private static IReadOnlyList<Exposure> Exposures(params StoryEvent[] events) =>
        Assert.Single(Exposure.OfStory(Timed(events))).Exposures;

    private static IEnumerable<(StoryEvent, DateTimeOffset)> Timed(params StoryEvent[] events) =>
        events.Select((happened, i) => (happened, Noon.AddMinutes(i)));

    private static StoryPublished Published(string text) => new("wall", Article(text));

    private static Article Article(string text) => new()
    {
        Headline = "The wall",
        Language = "en",
        Blocks = [Block(text)],
    };

    private static Block Block(string text) => new() { Id = "b1", Type = BlockType.Paragraph, Text = text };

    private static ArticleRevised Said(string text) =>
        new(RevisionKind.Update, null, new() { Blocks = [Block(text)] });

    private static CorrectionIssued Corrected(string wrong, string right) => new(
        new("0197a1b2-0000-7000-8000-0000000000c1"), CorrectionClass.FactualError, Severity.Substantive, "Wrong.",
        [new(wrong, right)], [new(ArticleField.Body, "b1")], new() { Blocks = [Block($"It was {right}.")] });
}
