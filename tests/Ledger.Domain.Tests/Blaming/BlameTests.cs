using FsCheck.Fluent;
using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Blaming;

public sealed class BlameTests
{
    [Fact]
    public void Words_belong_to_the_revision_that_put_them_there()
    {
        var history = new BlameHistory()
            .Then(Body("The wall fell at dawn. Nobody was hurt."))
            .Then(Body("The old wall fell at dawn. Nobody was hurt."))
            .Then(Body("The old wall fell at noon. Two people were hurt."));

        Assert.Equal("[1]The [2]old [1]wall fell at [3]noon[1]. [3]Two people were [1]hurt.", history.Of("b1/text"));
    }

    [Fact]
    public void Headline_standfirst_credits_captions_and_pictures_have_their_origins_too()
    {
        var picture = Harbour.Blocks[3];
        var history = new BlameHistory()
            .Then(Harbour)
            .Then(Harbour with { Headline = $"{Harbour.Headline} at last", Standfirst = null })
            .Then(Harbour with
            {
                Headline = $"{Harbour.Headline} at last",
                Standfirst = "Nobody saw it.",
                Credits = [.. Harbour.Credits, new(CreditRole.Editor, "Ben Oduya")],
                Blocks = [.. Harbour.Blocks.Select(block => ReferenceEquals(block, picture)
                    ? block with { Caption = $"{block.Caption} today", Url = "https://example.org/other.jpg" }
                    : block)],
            });

        Assert.Equal($"[1]{Harbour.Headline} [2]at last", history.Of("headline"));
        Assert.Equal("[3]Nobody saw it.", history.Of("standfirst"));
        Assert.EndsWith("[3]editor: Ben Oduya", history.Of("credits"), StringComparison.Ordinal);
        Assert.Equal($"[1]{picture.Caption} [3]today", history.Of($"{picture.Id}/caption"));
        Assert.Equal("[3]https://example.org/other.jpg", history.Of($"{picture.Id}/url"));
        Assert.Equal($"[1]{picture.Credit}", history.Of($"{picture.Id}/credit"));
    }

    [Fact]
    public void A_block_that_moves_keeps_its_origins()
    {
        var (first, second, third) = (
            Paragraph("b1", "The wall fell."), Paragraph("b2", "It was old."), Paragraph("b3", "It was dark."));
        var history = new BlameHistory()
            .Then(Of(first, second))
            .Then(Of(first, second, third))
            .Then(Of(third, first, second with { Text = "It was very old." }));

        Assert.Equal("[2]It was dark.", history.Of("b3/text"));
        Assert.Equal("[1]The wall fell.", history.Of("b1/text"));
        Assert.Equal("[1]It was [3]very [1]old.", history.Of("b2/text"));
    }

    [Fact]
    public void What_a_revert_brings_back_has_its_first_origin_and_says_when_it_came_back()
    {
        var history = new BlameHistory()
            .Then(Body("The wall fell."))
            .Then(Body("The old wall fell."))
            .Then(Body("All was well."))
            .Then(Body("The old wall fell."));

        Assert.Equal("[1^4]The [2^4]old [1^4]wall fell.", history.Of("b1/text"));
    }

    [Fact]
    public void A_paragraph_that_comes_back_under_another_id_is_known_again()
    {
        var first = Paragraph("b1", "The wall fell.");
        var second = Paragraph("b2", "Two boats were in the harbour then.");
        var history = new BlameHistory()
            .Then(Of(first, second))
            .Then(Of(first))
            .Then(Of(first, second with { Id = "b3" }))
            .Then(Of(second with { Id = "b4" }, first, second with { Id = "b3" }));

        Assert.Equal("[1^3]Two boats were in the harbour then.", history.Of("b3/text"));
        Assert.Equal("[4]Two boats were in the harbour then.", history.Of("b4/text"));
    }

    [Fact]
    public void A_sentence_that_moves_to_another_paragraph_in_one_revision_has_never_been_away()
    {
        const string moving = "Two boats were in the harbour then.";
        var history = new BlameHistory()
            .Then(Of(Paragraph("b1", $"The wall fell. {moving}"), Paragraph("b2", "It was old.")))
            .Then(Of(Paragraph("b1", "The wall fell."), Paragraph("b2", $"It was old. {moving}")))
            .Then(Of(Paragraph("b1", "The wall fell."), Paragraph("b2", "It was old.")))
            .Then(Of(Paragraph("b1", $"{moving} The wall fell."), Paragraph("b2", "It was old.")));

        Assert.Equal($"[1^4]{moving} [1]The wall fell.", history.Of("b1/text"));
    }

    [Fact]
    public void A_few_words_that_occur_again_elsewhere_are_new_there()
    {
        var history = new BlameHistory()
            .Then(Of(Paragraph("b1", "He said no. The wall fell at dawn."), Paragraph("b2", "It was old.")))
            .Then(Of(Paragraph("b1", "The wall fell at dawn."), Paragraph("b2", "It was old.")))
            .Then(Of(Paragraph("b1", "The wall fell at dawn."), Paragraph("b2", "It was old. He said no.")));

        Assert.Equal("[1]It was old. [3]He said no.", history.Of("b2/text"));
    }

    [Fact]
    public void Whatever_happens_to_an_article_both_ways_of_counting_agree()
    {
        var sentences = Gen.Elements(
            "The wall fell at dawn on Friday. ", "Two boats were there. ", "No.", "壁が落ちた。", "It fell \n", " ", "é!",
            "Nobody in Port Ellery was hurt. ", "The wall fell at noon on Friday. ");
        var texts = Gen.Choose(0, 5).SelectMany(count => sentences.ArrayOf(count)).Select(string.Concat);
        var blocks =
            from ids in Gen.Shuffle(new[] { "b1", "b2", "b3", "b4" })
            from count in Gen.Choose(0, 4)
            from words in texts.ArrayOf(count)
            select words.Zip(ids, (text, id) => Paragraph(id, text)).ToArray();
        var articles =
            from headline in Gen.Elements("Wall falls", "Wall fell", "The wall falls down in Port Ellery")
            from body in blocks
            select Of(body) with { Headline = headline };

        Law.Holds(Gen.Choose(1, 8).SelectMany(count => articles.ArrayOf(count)), states =>
        {
            var history = new BlameHistory();
            foreach (var state in states)
                history.Then(state);
        });
    }

    private static Article Body(string text) => Of(Paragraph("b1", text));

    private static Article Of(params Block[] blocks) => new()
    {
        Headline = "Wall falls",
        Language = "en",
        Blocks = blocks,
    };
}
