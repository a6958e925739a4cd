using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

/// <summary>Captions, headlines, addresses and notices.</summary>
public sealed class SmallChangesTests
{
    private const string Why = "It was Monday.";

    [Fact]
    public void A_caption_and_its_credit_are_edited_apart_or_together()
    {
        var (caption, credit) = (new TextChange("The wall on Sunday", "Monday"), new TextChange("Tomas Reyl", null));

        new Given(Published).When(Caption("b4", "Monday", null)).Then(new CaptionEdited("b4", caption, null, Why));
        new Given(Published).When(Caption("b4", null, "")).Then(new CaptionEdited("b4", null, credit, Why));
        new Given(Published).When(Caption("b4", "Monday", " ")).Then(new CaptionEdited("b4", caption, credit, Why));
        new Given(Published).When(Caption("b4", "The wall on Sunday", "Tomas Reyl")).ThenNothing();
    }

    [Fact]
    public void Only_an_image_has_a_caption()
    {
        new Given(Published).When(Caption("b1", "Monday", null)).ThenRefused(new NotAnImage("b1"));
        new Given(Published).When(Caption("b9", "Monday", null)).ThenRefused(new BlockNotFound("b9"));
    }

    [Fact]
    public void A_caption_needs_words_to_put_there_and_a_reason()
    {
        new Given(Published).When(Caption("b4", null, null))
            .ThenRefused(new InvalidField("caption", "is missing, and so is the credit"));
        new Given(Published).When(new StoryCommand.EditCaption("b4", "Monday", null, ""))
            .ThenRefused(new ReasonRequired());
    }

    [Fact]
    public void A_headline_and_standfirst_are_changed_apart_or_together()
    {
        var headline = new TextChange(Harbour.Headline, "Wall falls");
        var standfirst = new TextChange(Harbour.Standfirst, null);

        new Given(Published).When(Headline("Wall falls", null)).Then(new HeadlineChanged(headline, null, null));
        new Given(Published).When(Headline(null, "")).Then(new HeadlineChanged(null, standfirst, null));
        new Given(Published).When(Headline("Wall falls", "")).Then(new HeadlineChanged(headline, standfirst, null));
        new Given(Published).When(Headline(Harbour.Headline, Harbour.Standfirst)).ThenNothing();
    }

    [Fact]
    public void A_headline_is_never_empty()
    {
        new Given(Published).When(Headline("", null)).ThenRefused(new InvalidField("headline", "must not be empty"));
        new Given(Published).When(Headline(null, null))
            .ThenRefused(new InvalidField("headline", "is missing, and so is the standfirst"));
    }

    [Fact]
    public void A_slug_is_changed_and_the_state_of_a_retracted_story_stays()
    {
        var changed = new SlugChanged(Published.Slug, "wall", null);

        new Given(Published, Retracted).When(new StoryCommand.ChangeSlug("wall", null)).Then(changed);
        new Given(Published).When(new StoryCommand.ChangeSlug(Published.Slug, null)).ThenNothing();
        new Given(Published).When(new StoryCommand.ChangeSlug("The Wall", null))
            .ThenRefused(new InvalidSlug("The Wall"));
        var state = Assert.IsType<StoryState.Retracted>(new Given(Published, Retracted, changed).State);
        Assert.Equal(("wall", Retracted.Notice, 2), (state.Story.Slug, state.Notice, state.Story.Revision));
    }

    [Fact]
    public void A_notice_is_needed()
    {
        new Given(Published).When(new StoryCommand.Retract(" ")).ThenRefused(new NoticeRequired());
        new Given(Published).When(new StoryCommand.Withdraw("")).ThenRefused(new NoticeRequired());
        new Given(Published, Withdrawn).When(new StoryCommand.Reinstate("\n")).ThenRefused(new NoticeRequired());
        new Given(Published).When(new StoryCommand.Retract("a\u0001"))
            .ThenRefused(new InvalidField("notice", "holds the control character U+0001 as character 2"));
    }

    [Fact]
    public void A_story_that_was_reinstated_may_be_changed_again() =>
        new Given(Published, Retracted, Withdrawn, new ArticleReinstated("It was right."))
            .When(Headline("Wall falls", null))
            .Then(new HeadlineChanged(new(Harbour.Headline, "Wall falls"), null, null));

    [Fact]
    public void A_reinstatement_with_another_notice_is_not_a_repetition() =>
        new Given(Published, Retracted, new ArticleReinstated("It was right."))
            .When(new StoryCommand.Reinstate("It was right after all.")).ThenRefused(new NotRetractedOrWithdrawn());

    [Fact]
    public void Every_state_that_readers_saw_is_counted_and_an_address_is_not() => Assert.Equal(5, new Given(
        Published, new SlugChanged(Published.Slug, "wall", null), Retracted, Withdrawn, new ArticleReinstated("Right."),
        new CaptionEdited("b4", new("The wall on Sunday", "Monday"), null, Why)).State.Current!.Revision);

    private static StoryCommand.EditCaption Caption(string block, string? caption, string? credit) =>
        new(block, caption, credit, Why);

    private static StoryCommand.ChangeHeadline Headline(string? headline, string? standfirst) =>
        new(headline, standfirst, null);
}
