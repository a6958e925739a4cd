using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Assets;

/// <summary>What a story gets by a correction of a picture that it uses.</summary>
public sealed class CorrectingPictureTests
{
    private const string Url = "https://example.org/wall.jpg";
    private static readonly Guid Asset = new("0197a1b2-0000-8000-8000-0000000000aa");
    private static readonly Claim Monday = new("wall on Sunday", "wall on Monday", ArticleField.Caption);
    private static readonly Claim Reyle = new("Tomas Reyl", "Tomas Reyle", ArticleField.Credit);

    [Fact]
    public void The_words_beside_the_picture_are_replaced_and_the_correction_names_it()
    {
        var issued = Issued(Harbour, Monday, Reyle);

        Assert.Equal(Asset, issued.AssetId);
        Assert.Equal([Monday, Reyle], issued.Claims);
        Assert.Equal([new(ArticleField.Caption, "b4"), new(ArticleField.Credit, "b4")], issued.Places);
        var block = issued.Change.ApplyTo(Harbour).Find("b4")!;
        Assert.Equal(("The wall on Monday", "Tomas Reyle"), (block.Caption, block.Credit));
    }

    [Fact]
    public void What_is_right_already_is_left_out_and_nothing_is_done_where_all_is_right()
    {
        var half = WithPicture(picture => picture with { Credit = "Tomas Reyle" });

        Assert.Equal([Monday], Issued(half, Monday, Reyle).Claims);
        Then(half, Reyle).ThenNothing();
    }

    [Fact]
    public void A_story_that_says_something_else_is_refused_with_what_it_says()
    {
        var other = WithPicture(picture => picture with { Caption = "The quay", Credit = null });

        Then(other, Monday).ThenRefused(new PictureSaysOtherwise("wall on Sunday", "'The quay'"));
        Then(WithPicture(picture => picture with { Caption = null, Credit = null }), Monday)
            .ThenRefused(new PictureSaysOtherwise("wall on Sunday", ""));
        Then(WithPicture(picture => picture with { Url = "/quay.jpg" }), Monday).ThenRefused(new PictureNotUsed());
    }

    [Fact]
    public void Words_that_are_to_be_taken_out_are_not_taken_for_right_where_others_stand()
    {
        var gone = new Claim("on Friday", "", ArticleField.Caption);

        Then(Harbour, gone).ThenRefused(new PictureSaysOtherwise("on Friday", "'The wall on Sunday'; 'Tomas Reyl'"));
    }

    [Fact]
    public void The_words_of_another_picture_are_never_replaced_and_keep_the_story_from_being_corrected()
    {
        var pier = new Block
        {
            Id = "b6",
            Type = BlockType.Image,
            Url = "/pier.jpg",
            Caption = "Behind the wall on Sunday",
        };

        Then(Harbour with { Blocks = [.. Harbour.Blocks, pier] }, Monday)
            .ThenRefused(new CorrectionNotApplied([new(ArticleField.Caption, "b6")]));
    }

    [Fact]
    public void Words_that_stand_in_the_text_too_keep_the_story_from_being_corrected() =>
        Then(Harbour, new Claim("Sunday", "Monday", ArticleField.Caption))
            .ThenRefused(new CorrectionNotApplied([new(ArticleField.Body, "b1")]));

    [Fact]
    public void Every_block_with_the_picture_is_corrected()
    {
        var twice = Harbour with { Blocks = [.. Harbour.Blocks, Harbour.Blocks[3] with { Id = "b6" }] };

        Assert.Equal(
            [new(ArticleField.Caption, "b4"), new(ArticleField.Caption, "b6")], Issued(twice, Monday).Places);
    }

    [Fact]
    public void Published_again_it_changes_nothing()
    {
        var published = new StoryPublished("harbour-wall", Harbour);

        new Answer<StoryEvent>(Decide([published, Issued(Harbour, Monday)], Monday)).ThenNothing();
    }

    private static Answer<StoryEvent> Then(Article article, params Claim[] claims) =>
        new(Decide([new StoryPublished("harbour-wall", article)], claims));

    private static CorrectionIssued Issued(Article article, params Claim[] claims)
    {
        var decision = Decide([new StoryPublished("harbour-wall", article)], claims);
        Assert.Null(decision.Refusal);
        return Assert.IsType<CorrectionIssued>(Assert.Single(decision.Events));
    }

    private static Decision<StoryEvent> Decide(IEnumerable<StoryEvent> given, params Claim[] claims) =>
        StoryDecider.Decide(
            new StoryCommand.CorrectPicture(Url, Asset, new(
                CorrectionId, CorrectionClass.ImageCaption, claims, "The caption was wrong.")),
            given.Aggregate(StoryState.Initial, (state, e) => state.Evolve(e)), new());

    private static Article WithPicture(Func<Block, Block> change) => Harbour with
    {
        Blocks = [.. Harbour.Blocks.Select(block => block.Id == "b4" ? change(block) : block)],
    };
}
