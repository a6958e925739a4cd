using Ledger.Domain.Stories;
using Xunit.Sdk;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests;

/// <summary>The helper itself: a test that uses it can fail.</summary>
public sealed class GivenTests
{
    private static readonly StoryCommand.Retract Retract = new("We do not stand by this story.");
    private static readonly ArticleRetracted Retracted = new("We do not stand by this story.");

    [Fact]
    public void The_expected_event_passes() => new Given(Published).When(Retract).Then(Retracted);

    [Fact]
    public void Another_event_fails() => Fails(() =>
        new Given(Published).When(Retract).Then(new ArticleRetracted("Another notice.")));

    [Fact]
    public void An_event_of_another_type_with_the_same_data_fails() => Fails(() =>
        new Given(Published).When(Retract).Then(new ArticleWithdrawn(Retracted.Notice)));

    [Fact]
    public void An_event_too_many_fails() => Fails(() => new Given(Published).When(Retract).ThenNothing());

    [Fact]
    public void An_event_too_few_fails() => Fails(() => new Given(Published).When(Retract).Then(Retracted, Retracted));

    [Fact]
    public void A_refusal_where_events_are_expected_fails() => Fails(() => new Given().When(Retract).ThenNothing());

    [Fact]
    public void Events_where_a_refusal_is_expected_fail() => Fails(() =>
        new Given(Published).When(Retract).ThenRefused(new StoryNotFound()));

    [Fact]
    public void Nothing_where_a_refusal_is_expected_fails() => Fails(() =>
        new Given(Published, Retracted).When(Retract).ThenRefused(new StoryRetracted()));

    [Fact]
    public void Another_refusal_fails() => Fails(() => new Given().When(Retract).ThenRefused(new StoryRetracted()));

    [Fact]
    public void The_same_refusal_with_other_words_fails() => Fails(() =>
        new Given(Published).When(new StoryCommand.EditCaption("b9", "A caption", null, "A reason"))
            .ThenRefused(new BlockNotFound("b8")));

    private static void Fails(Action test) => Assert.IsType<XunitException>(Record.Exception(test), exactMatch: false);
}
