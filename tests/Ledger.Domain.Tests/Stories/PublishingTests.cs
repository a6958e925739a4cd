using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class PublishingTests
{
    [Fact]
    public void A_story_is_published_as_it_is() =>
        new Given().When(new StoryCommand.Publish(Published.Slug, Harbour)).Then(Published);

    [Fact]
    public void Blocks_without_an_id_are_numbered_after_those_that_have_one() => new Given()
        .When(new StoryCommand.Publish("wall", With(
            Paragraph("", "One."), Paragraph("b7", "Two."), Paragraph("intro", "Three."), Paragraph("", "Four."))))
        .Then(new StoryPublished("wall", With(
            Paragraph("b8", "One."), Paragraph("b7", "Two."), Paragraph("intro", "Three."), Paragraph("b9", "Four."))));

    [Fact]
    public void Fields_without_words_are_not_there()
    {
        var asked = With(
            new Block { Id = "b1", Type = BlockType.Quote, Text = "We heard it.", Speaker = " ", Items = [] },
            new Block { Id = "b2", Type = BlockType.Image, Text = "", Caption = "The wall", Alt = "", Credit = "" });
        var stored = With(
            new Block { Id = "b1", Type = BlockType.Quote, Text = "We heard it." },
            new Block { Id = "b2", Type = BlockType.Image, Caption = "The wall" });

        new Given()
            .When(new StoryCommand.Publish("wall", asked with { Standfirst = "", Section = " ", Dateline = "" }))
            .Then(new StoryPublished("wall", stored with { Standfirst = null, Section = null, Dateline = null }));
    }

    [Fact]
    public void Text_is_kept_to_the_byte()
    {
        const string Text = " <script>alert('x')</script>\r\n\tb\u202e\u0301 👩‍👩‍👧 {{< code >}} ";
        var odd = With(Paragraph("b1", ""), Paragraph("b2", Text)) with { Headline = "One line\nand another" };

        new Given().When(new StoryCommand.Publish("odd", odd)).Then(new StoryPublished("odd", odd));
    }

    [Fact]
    public void Publishing_the_same_story_again_adds_nothing_even_after_it_was_revised() =>
        new Given(Published, new HeadlineChanged(new(Harbour.Headline, "Wall falls"), null, null))
            .When(new StoryCommand.Publish(Published.Slug, Harbour)).ThenNothing();

    [Fact]
    public void Publishing_another_text_under_the_same_id_is_refused() => new Given(Published)
        .When(new StoryCommand.Publish(Published.Slug, With(Paragraph("", "Other."))))
        .ThenRefused(new AlreadyPublished());

    [Fact]
    public void A_retracted_text_is_not_published_again() => new Given(Published, Retracted)
        .When(new StoryCommand.Publish(Published.Slug, Harbour)).ThenRefused(new StoryRetracted());

    [Fact]
    public void A_withdrawn_text_is_not_published_again() => new Given(Published, Withdrawn)
        .When(new StoryCommand.Publish(Published.Slug, Harbour)).ThenRefused(new StoryWithdrawn());

    [Theory]
    [InlineData("")]
    [InlineData("The-Wall")]
    [InlineData("the wall")]
    [InlineData("-wall")]
    [InlineData("the--wall")]
    [InlineData("the/wall")]
    [InlineData("wall.atom")]
    [InlineData("0197a1b2-0000-7000-8000-000000000001")]
    [InlineData("0197a1b20000700080000000000000ff")]
    public void A_slug_that_cannot_be_an_address_is_refused(string slug) =>
        new Given().When(new StoryCommand.Publish(slug, Harbour)).ThenRefused(new InvalidSlug(slug));
}
