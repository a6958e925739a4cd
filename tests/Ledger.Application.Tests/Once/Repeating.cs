using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Loading;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Once;

/// <summary>A request that is sent again under its key.</summary>
public sealed class Repeating(SharedLedger shared) : IClassFixture<SharedLedger>
{
    private TestLedger Ledger => shared.Ledger;

    public static TheoryData<string> Requests => Changing.Requests;

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_answered_as_it_was_then_however_the_story_went_on(string type)
    {
        var story = await PublishAsync($"again-{type}");
        var request = Changing.All(story)[type] with { IdempotencyKey = $"again {type}" };
        var first = await Ledger.DoneAsync(request);
        if (type is "article_retracted" or "article_withdrawn" or "article_removed")
            await Ledger.DoneAsync(new ReinstateArticle("It was so.") { Story = story, Actor = request.Actor });

        await Ledger.DoneAsync(new ChangeSlug($"elsewhere-{type.Replace('_', '-')}", null)
        { Story = story, Actor = TestLedger.Editor });
        var head = await Ledger.HeadAsync();

        var second = await Ledger.DoneAsync(request);

        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(head, await Ledger.HeadAsync());
    }

    [Theory]
    [InlineData("once-only")]
    [InlineData(null)]
    public async Task A_story_is_published_once_though_it_was_changed_and_others_took_its_slug(string? slug)
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish(slug: null, Given.Article with { Standfirst = "Another story" }));
        var request = Given.Publish(slug) with { IdempotencyKey = "publish" };
        var first = await ledger.DoneAsync(request);
        await ledger.DoneAsync(new RetractArticle("Not so.") { Story = first.Slug, Actor = TestLedger.Editor });

        var second = await ledger.DoneAsync(request);

        Assert.Equal(slug ?? "harbour-wall-gives-way-2", first.Slug);
        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(3, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_writer_who_never_heard_the_answer_gets_it_the_second_time()
    {
        var store = new InterposedStore
        {
            AfterNextAppend = () => throw new EventStoreUnavailableException("Cut.", null),
        };
        await using var ledger = await TestLedger.CreateAsync(store.Interpose);
        var request = Given.Publish(slug: null) with { IdempotencyKey = "lost" };
        await Assert.ThrowsAsync<EventStoreUnavailableException>(() => ledger.Send(request));

        var done = await ledger.DoneAsync(request);

        var recorded = Assert.Single(await ledger.LogAsync());
        Assert.Equal(
            new Outcome.Done(recorded.StreamId, "harbour-wall-gives-way", 1, 1, 1, Changed: true, Repeated: true),
            done);
    }

    [Fact]
    public async Task It_is_recognised_before_its_version_is_looked_at()
    {
        var story = await PublishAsync("repeated-version");
        var request = new ChangeHeadline("Once", null, null)
        { Story = story, Actor = TestLedger.Editor, ExpectedVersion = 1, IdempotencyKey = "version" };
        var first = await Ledger.DoneAsync(request);

        Assert.Equal(first with { Repeated = true }, await Ledger.DoneAsync(request));
    }

    [Fact]
    public async Task It_is_recognised_after_a_restart_and_by_another_process()
    {
        var story = await PublishAsync("repeated-restart");
        var request = new IssueCorrection(CorrectionClass.FactualError, [new("90", "80")], "It was 80.")
        { Story = story, Actor = TestLedger.Editor, IdempotencyKey = "restart" };
        var first = await Ledger.DoneAsync(request);
        await using var other = Another.Ledger(Ledger);

        var second = await other.Send(request);

        Assert.NotNull(first.CorrectionId);
        Assert.Equal(first with { Repeated = true }, second);
    }

    [Fact]
    public async Task Of_many_equal_requests_at_once_one_is_carried_out()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await using var other = Another.Ledger(ledger);
        var request = Given.Publish(slug: null) with { IdempotencyKey = "at once" };

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => n % 2 == 0
            ? ledger.Send(request)
            : other.Send(request)));

        var done = outcomes.Select(outcome => Assert.IsType<Outcome.Done>(outcome)).ToList();
        Assert.Single(await ledger.LogAsync());
        Assert.Single(done, outcome => !outcome.Repeated);
        Assert.Single(done.Select(outcome => outcome with { Repeated = true }).Distinct());
    }

    [Fact]
    public async Task The_same_key_in_another_hand_is_another_name()
    {
        var story = await PublishAsync("two-hands");
        var request = new ChangeHeadline("By one", null, null)
        { Story = story, Actor = TestLedger.Editor, IdempotencyKey = "hand" };
        await Ledger.DoneAsync(request);

        var other = await Ledger.DoneAsync(
            new ChangeHeadline("By another", null, null)
            { Story = story, Actor = new("user:other", "Other", [Role.Editor]), IdempotencyKey = "hand" });

        Assert.Equal((3, false), (other.Version, other.Repeated));
    }

    [Fact]
    public async Task What_was_refused_or_changed_nothing_is_decided_again()
    {
        var story = await PublishAsync("decided-again");
        var request = new ReinstateArticle("It was so.")
        { Story = story, Actor = TestLedger.Editor, IdempotencyKey = "again" };
        await Ledger.RefusedAsync<NotRetractedOrWithdrawn>(request);
        await Ledger.DoneAsync(new RetractArticle("Not so.") { Story = story, Actor = TestLedger.Editor });

        Assert.Equal((3, true, false), Seen(await Ledger.DoneAsync(request)));

        var same = new ChangeHeadline("Harbour wall gives way", null, null)
        { Story = story, Actor = TestLedger.Editor, IdempotencyKey = "nothing" };
        Assert.Equal((3, false, false), Seen(await Ledger.DoneAsync(same)));
        await Ledger.DoneAsync(same with { Headline = "Another", IdempotencyKey = null });
        Assert.Equal((5, true, false), Seen(await Ledger.DoneAsync(same)));
    }

    private static (long, bool, bool) Seen(Outcome.Done done) => (done.Version, done.Changed, done.Repeated);

    private async Task<string> PublishAsync(string slug)
    {
        slug = slug.Replace('_', '-');
        await Ledger.DoneAsync(Given.Publish(slug, Given.Article with { Dateline = slug }));
        return slug;
    }
}
