using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Loading;

/// <summary>What is remembered of a story saves reading it, and never decides on what is not so any more.</summary>
public sealed class StaleStates
{
    [Fact]
    public async Task A_story_that_was_changed_here_is_not_read_again()
    {
        var store = new InterposedStore();
        await using var ledger = await TestLedger.CreateAsync(store.Interpose);
        await ledger.DoneAsync(Given.Publish());

        await ledger.DoneAsync(Headline("Another"));
        await ledger.DoneAsync(Headline("A third") with { ExpectedVersion = 2 });

        Assert.Equal(0, store.TakeReads());
        Assert.Equal(
            new HeadlineChanged(new("Another", "A third"), null, null),
            Assert.IsType<HeadlineChanged>((await ledger.LogAsync())[^1].Data) with { Substance = null });
    }

    [Fact]
    public async Task Of_a_story_that_was_changed_elsewhere_only_the_rest_is_read()
    {
        var (store, elsewhere) = (new InterposedStore(), new InterposedStore());
        await using var ledger = await TestLedger.CreateAsync(store.Interpose);
        await using var other = Another.Ledger(ledger, elsewhere);
        await ledger.DoneAsync(Given.Publish());
        await other.DoneAsync(Headline("Another"));

        await ledger.DoneAsync(Headline("A third"));

        Assert.Equal(1, store.TakeReads());
        Assert.Equal(
            new HeadlineChanged(new("Another", "A third"), null, null),
            Assert.IsType<HeadlineChanged>((await ledger.LogAsync())[^1].Data) with { Substance = null });
    }

    [Fact]
    public async Task Nothing_is_refused_for_what_is_not_so_any_more()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await ledger.DoneAsync(Retract);
        await other.DoneAsync(new ReinstateArticle("It was so.") { Story = "harbour-wall", Actor = TestLedger.Editor });

        Assert.Equal(4, (await ledger.DoneAsync(Headline("Another"))).Version);
    }

    [Fact]
    public async Task Nothing_is_done_that_would_be_refused_by_now()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await other.DoneAsync(Retract);

        await ledger.RefusedAsync<StoryRetracted>(Headline("Another"));
    }

    [Fact]
    public async Task Nothing_is_left_out_that_would_change_the_story_by_now()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await ledger.DoneAsync(Headline("Another"));
        await other.DoneAsync(Headline("A third"));

        var done = await ledger.DoneAsync(Headline("Another"));

        Assert.Equal((4, true), (done.Version, done.Changed));
    }

    [Fact]
    public async Task A_writer_who_knows_more_than_is_remembered_is_believed()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await other.DoneAsync(Headline("Another"));

        Assert.Equal(3, (await ledger.DoneAsync(Headline("A third") with { ExpectedVersion = 2 })).Version);
    }

    [Fact]
    public async Task A_conflict_names_the_version_that_the_story_has_by_now()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await ledger.DoneAsync(Headline("Another"));
        await other.DoneAsync(Headline("A third"));

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.Send(Headline("A fourth") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 3), (conflict.Expected.Value, conflict.Actual));
    }

    [Fact]
    public async Task A_slug_that_another_story_took_is_refused_as_the_story_is_by_now()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        await ledger.DoneAsync(Given.Publish());
        await other.DoneAsync(Given.Publish("taken", Given.Article with { Dateline = "taken" }));
        var change = new ChangeSlug("taken", null) { Story = "harbour-wall", Actor = TestLedger.Editor };
        await ledger.RefusedAsync<SlugTaken>(change);
        await other.DoneAsync(new WithdrawArticle("Too early.") { Story = "harbour-wall", Actor = TestLedger.Editor });

        await ledger.RefusedAsync<StoryWithdrawn>(change);
    }

    private static RetractArticle Retract =>
        new("Not so.") { Story = "harbour-wall", Actor = TestLedger.Editor };

    private static ChangeHeadline Headline(string headline) =>
        new(headline, null, null) { Story = "harbour-wall", Actor = TestLedger.Editor };
}
