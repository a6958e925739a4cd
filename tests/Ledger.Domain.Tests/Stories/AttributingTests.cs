using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

public sealed class AttributingTests
{
    private const string Why = "She wrote it.";

    [Fact]
    public void A_byline_is_replaced() => new Given(Published)
        .When(Credit(CreditRole.Author, "Ines Marchetti", "Una Brandt"))
        .Then(new AttributionChanged(CreditRole.Author, null, "Ines Marchetti", "Una Brandt", Why));

    [Fact]
    public void A_credit_is_added_and_another_taken_out()
    {
        var added = new AttributionChanged(CreditRole.Author, null, null, "Una Brandt", Why);
        var takenOut = new AttributionChanged(CreditRole.Agency, null, "Northern Wire", null, Why);

        new Given(Published).When(Credit(CreditRole.Author, "", "Una Brandt")).Then(added);
        new Given(Published, added).When(Credit(CreditRole.Agency, "Northern Wire", "")).Then(takenOut);
        Assert.Equal(
            [new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Author, "Una Brandt")],
            new Given(Published, added, takenOut).State.Current!.Article.Credits);
    }

    [Fact]
    public void A_replaced_name_keeps_its_place_and_nobody_is_named_twice()
    {
        var two = Published with { Article = Harbour with { Credits = [Author("Ada"), Author("Bea"), Author("Cid")] } };

        Assert.Equal([Author("Dot"), Author("Bea"), Author("Cid")], After("Ada", "Dot"));
        Assert.Equal([Author("Bea"), Author("Cid")], After("Ada", "Cid"));

        IReadOnlyList<Credit> After(string from, string to) => new Given(
            two, new AttributionChanged(CreditRole.Author, null, from, to, Why)).State.Current!.Article.Credits;
    }

    [Fact]
    public void A_quote_gets_another_speaker() => new Given(Published)
        .When(Block("b3", "Oda Lind", "Una Brandt"))
        .Then(new AttributionChanged(null, "b3", "Oda Lind", "Una Brandt", Why));

    [Fact]
    public void A_picture_gets_another_credit_or_none() => new Given(Published)
        .When(Block("b4", "Tomas Reyl", null))
        .Then(new AttributionChanged(null, "b4", "Tomas Reyl", null, Why));

    [Fact]
    public void What_is_so_already_adds_nothing()
    {
        new Given(Published).When(Credit(CreditRole.Author, "Somebody", "Ines Marchetti")).ThenNothing();
        new Given(Published).When(Credit(CreditRole.Author, null, "Ines Marchetti")).ThenNothing();
        new Given(Published).When(Credit(CreditRole.Author, "Ines Marchetti", "Ines Marchetti")).ThenNothing();
        new Given(Published).When(Block("b3", "Somebody", "Oda Lind")).ThenNothing();
        new Given(Published, new AttributionChanged(CreditRole.Author, null, "Ines Marchetti", null, Why))
            .When(Credit(CreditRole.Author, "Ines Marchetti", null)).ThenNothing();
    }

    [Fact]
    public void A_name_that_is_not_there_is_refused_with_those_that_are()
    {
        new Given(Published).When(Credit(CreditRole.Author, "Northern Wire", "Una Brandt"))
            .ThenRefused(new AttributionNotFound("Northern Wire", ["Ines Marchetti"]));
        new Given(Published).When(Credit(CreditRole.Editor, "Ada", "Una Brandt"))
            .ThenRefused(new AttributionNotFound("Ada", []));
        new Given(Published).When(Block("b3", null, "Una Brandt"))
            .ThenRefused(new AttributionNotFound(null, ["Oda Lind"]));
    }

    [Fact]
    public void One_target_and_one_name_at_least_are_needed()
    {
        new Given(Published).When(new StoryCommand.Attribute(CreditRole.Author, "b3", "a", "b", Why))
            .ThenRefused(new AttributionTarget());
        new Given(Published).When(new StoryCommand.Attribute(null, null, "a", "b", Why))
            .ThenRefused(new AttributionTarget());
        new Given(Published).When(Credit(CreditRole.Author, null, " "))
            .ThenRefused(new InvalidField("to", "must name somebody"));
    }

    [Fact]
    public void Only_quotes_and_images_have_an_attribution()
    {
        new Given(Published).When(Block("b1", null, "Una Brandt")).ThenRefused(new NotAttributable("b1"));
        new Given(Published).When(Block("b9", null, "Una Brandt")).ThenRefused(new BlockNotFound("b9"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_reason_is_needed(string? reason) => new Given(Published)
        .When(new StoryCommand.Attribute(CreditRole.Author, null, "Ines Marchetti", "Una Brandt", reason))
        .ThenRefused(new ReasonRequired());

    [Fact]
    public void There_are_no_more_credits_than_the_limits_allow() =>
        new Given(Published) { Limits = new() { Credits = 2 } }
            .When(Credit(CreditRole.Editor, null, "Una Brandt")).ThenRefused(new TooMany("credits", 3, 2));

    private static Credit Author(string name) => new(CreditRole.Author, name);

    private static StoryCommand.Attribute Credit(CreditRole role, string? from, string? to) =>
        new(role, null, from, to, Why);

    private static StoryCommand.Attribute Block(string id, string? from, string? to) => new(null, id, from, to, Why);
}
