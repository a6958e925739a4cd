using FsCheck;
using FsCheck.Fluent;
using Ledger.Application;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Laws;

/// <summary>Whatever is asked, in whatever state: an answer, and a story that is sound.</summary>
public sealed class DecidingLaws
{
    private static readonly Limits Limits = new() { Block = 400, Field = 100, Note = 100 };

    // A story of a few odd commands, on top of one that was published.
    private static readonly Gen<StoryState> States = Generated.Commands.Few(4).Select(commands =>
        commands.Aggregate(new Given(Sample.Published).State, (state, command) => After(state, command)));

    private static readonly Gen<(StoryState State, StoryCommand Command)> Cases =
        Gen.Zip(Gen.Frequency((1, Gen.Constant(StoryState.Initial)), (9, States)), Generated.Commands)
            .Select(pair => (pair.Item1, pair.Item2));

    [Fact]
    public void The_cases_reach_every_kind_of_event_and_many_refusals()
    {
        var reached = new HashSet<string>();
        Law.Holds(Cases, given =>
        {
            var decision = StoryDecider.Decide(given.Command, given.State, Limits);
            reached.Add(decision.Refusal?.Code ?? decision.Events.SingleOrDefault()?.GetType().Name ?? "Nothing");
        });

        // What erases is not decided on a story, but on the whole log.
        Assert.All(
            Events.EventSamples.Stories.Where(sample => sample is not ContentErased),
            sample => Assert.Contains(sample.GetType().Name, reached));
        Assert.InRange(reached.Count(name => name.Contains('-', StringComparison.Ordinal)), 15, int.MaxValue);
    }

    [Fact]
    public void There_is_always_an_answer_and_never_both() => Law.Holds(Cases, given =>
    {
        var decision = StoryDecider.Decide(given.Command, given.State, Limits);
        Assert.True(decision.Refusal is null || decision.Events.Count == 0);
    });

    [Fact]
    public void A_command_that_was_accepted_is_accepted_again_and_adds_nothing() => Law.Holds(Cases, given =>
    {
        if (StoryDecider.Decide(given.Command, given.State, Limits).Refusal is not null)
            return;

        var again = StoryDecider.Decide(given.Command, After(given.State, given.Command), Limits);
        Assert.Null(again.Refusal);
        Assert.Empty(again.Events);
    });

    [Fact]
    public void What_is_stored_is_read_as_the_same_event() => Law.Holds(Cases, given =>
        Assert.All(StoryDecider.Decide(given.Command, given.State, Limits).Events, happened =>
        {
            var alias = LedgerEvents.Catalogue.AliasOf(happened.GetType());
            var stored = LedgerEvents.Catalogue.Write(happened);
            Assert.Equal(stored, LedgerEvents.Catalogue.Write(LedgerEvents.Catalogue.Read(alias, stored)));
        }));

    [Fact]
    public void An_article_that_was_let_in_is_sound() => Law.Holds(Cases, given =>
    {
        if (After(given.State, given.Command) is not StoryState.Published { Story: var story } published)
            return;

        Assert.NotEmpty(story.Article.Blocks);
        Assert.DoesNotContain(story.Article.Blocks, block => block.Id.Length == 0);
        Assert.Distinct(story.Article.Blocks.Select(block => block.Id));
        Assert.Distinct(story.Article.Credits);
        var same = StoryDecider.Decide(
            new StoryCommand.Revise(story.Article, RevisionKind.Update, null), published, new());
        Assert.Null(same.Refusal);
        Assert.Empty(same.Events);
    });

    private static StoryState After(StoryState state, StoryCommand command) =>
        StoryDecider.Decide(command, state, Limits).Events
            .Aggregate(state, (before, happened) => before.Evolve(happened));
}
