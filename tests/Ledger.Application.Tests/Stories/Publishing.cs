using Ledger.Application.People;
using Ledger.Domain.Stories;
using Ledger.Testing;

namespace Ledger.Application.Tests.Stories;

public sealed class Publishing
{
    [Fact]
    public async Task A_story_is_published_in_the_name_of_its_editor()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var done = await ledger.DoneAsync(Given.Publish() with { ClaimedAt = Given.Noon, CorrelationId = "desk-7" });

        var recorded = Assert.Single(await ledger.LogAsync());
        Assert.Equal(new Outcome.Done(recorded.StreamId, "harbour-wall", 1, 1, 1, Changed: true), done);
        Assert.Equal(new StoryPublished("harbour-wall", Given.Article), recorded.Data);
        Assert.Equal(Given.Noon, recorded.OccurredAt);
        Assert.Equal(
            ("user:edith", "Edith Editor", "desk-7"),
            (recorded.Metadata.Actor, recorded.Metadata.ActorName, recorded.Metadata.CorrelationId));
    }

    [Theory]
    [InlineData("harbour-wall")]
    [InlineData(null)]
    public async Task Publishing_the_same_a_second_time_changes_nothing(string? slug)
    {
        await using var ledger = await TestLedger.CreateAsync();
        var first = await ledger.DoneAsync(Given.Publish(slug));

        var second = await ledger.DoneAsync(Given.Publish(slug));

        Assert.Equal(first with { Changed = false }, second);
        Assert.Equal(1, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_slug_that_is_made_of_the_headline_gets_a_number_when_it_is_taken()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var slugs = new List<string>();
        foreach (var text in new[] { "One.", "Two.", "Three." })
            slugs.Add((await ledger.DoneAsync(Given.Publish(slug: null, WithText(text)))).Slug);

        Assert.Equal(["harbour-wall-gives-way", "harbour-wall-gives-way-2", "harbour-wall-gives-way-3"], slugs);
    }

    [Fact]
    public async Task A_slug_that_was_asked_for_and_is_taken_is_refused()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish());

        var refusal = await ledger.RefusedAsync<SlugTaken>(Given.Publish("harbour-wall", WithText("Another.")));

        Assert.Equal("harbour-wall", refusal.Slug);
    }

    [Fact]
    public async Task Of_two_who_want_one_slug_at_once_exactly_one_gets_it()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            ledger.Send(Given.Publish("harbour-wall", WithText($"Version {n}.")))));

        Assert.Single(outcomes.OfType<Outcome.Done>());
        Assert.All(
            outcomes.OfType<Outcome.Refused>(),
            refused => Assert.Equal(new SlugTaken("harbour-wall"), refused.Refusal));
        Assert.Equal(1, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Stories_with_one_headline_published_at_once_get_a_slug_each()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(n =>
            ledger.DoneAsync(Given.Publish(slug: null, WithText($"Version {n}.")))));

        Assert.Equal(8, outcomes.Select(done => done.Slug).Distinct().Count());
        Assert.Equal(8, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Whoever_may_not_edit_publishes_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();

        var refusal = await ledger.RefusedAsync<NotAllowed>(Given.Publish() with { Actor = Given.Reader });

        Assert.Equal("This needs one of the roles editor, standards.", refusal.Message);
    }

    [Fact]
    public async Task A_story_that_breaks_a_rule_is_not_published()
    {
        await using var ledger = await TestLedger.CreateAsync();

        await ledger.RefusedAsync<NoBlocks>(Given.Publish(article: Given.Article with { Blocks = [] }));
    }

    private static Article WithText(string text) =>
        Given.Article with { Blocks = [new() { Id = "p1", Type = BlockType.Paragraph, Text = text }] };
}
