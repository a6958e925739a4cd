using Ledger.Application.Once;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Streams;

/// <summary>Commands on streams that are not stories'.</summary>
public sealed class RunningTests : IAsyncLifetime
{
    private readonly InterposedStore store = new();
    private TestLedger ledger = null!;

    public async ValueTask InitializeAsync() => ledger = await TestLedger.CreateAsync(services =>
    {
        services.AddErrands();
        store.Interpose(services);
    });

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_new_stream_is_of_its_kind_and_says_who_began_it()
    {
        var done = (await ledger.BeginAsync(Errand.Ask("post"))).Done();

        Assert.Equal((new Errand.State("post", 0), 1, 1, true, false),
            (done.State, done.Version, done.Position, done.Changed, done.Repeated));
        var recorded = Assert.Single(await ledger.LogAsync());
        Assert.Equal((done.Id, "user:edith", "Edith Editor"),
            (recorded.StreamId, recorded.Metadata.Actor, recorded.Metadata.ActorName));
        Assert.Equal("errand", await ledger.KindOfAsync(done.Id));
        Assert.Equal(done.Id, await ledger.Store.FindByKeyAsync("errand:post", CancellationToken.None));
    }

    [Fact]
    public async Task A_command_is_decided_on_what_happened_before()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;
        await ledger.StepAsync(id, Errand.Ask("step"));

        var done = (await ledger.StepAsync(id, Errand.Ask("step"))).Done();

        Assert.Equal((new Errand.State("post", 2), 3L), (done.State, done.Version));
    }

    [Fact]
    public async Task Who_may_not_is_told_so_before_anything_else_and_nothing_is_written()
    {
        var outcome = await ledger.StepAsync(Guid.NewGuid(), Errand.Ask("step", Given.Reader));

        Assert.Equal(Permission.EditStories, outcome.Refused<NotAllowed>().Permission);
        Assert.Equal(0, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_key_that_cannot_be_taken_is_refused()
    {
        var outcome = await ledger.BeginAsync(Errand.Ask("post") with { IdempotencyKey = "" });

        outcome.Refused<InvalidIdempotencyKey>();
        Assert.Equal(0, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_rule_that_says_no_is_an_answer_and_nothing_is_written()
    {
        (await ledger.StepAsync(Guid.NewGuid(), Errand.Ask("step"))).Refused<Errand.NotBegun>();

        Assert.Equal(0, await ledger.HeadAsync());
    }

    [Fact]
    public async Task What_is_so_already_changes_nothing()
    {
        var first = (await ledger.BeginAsync(Errand.Ask("post"))).Done();

        var second = (await ledger.BeginAsync(Errand.Ask("post"), first.Id)).Done();

        Assert.Equal(first with { Changed = false }, second);
        Assert.Equal(1, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_stale_writer_learns_both_versions_and_writes_nothing()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;
        await ledger.StepAsync(id, Errand.Ask("step"));

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.StepAsync(id, Errand.Ask("step") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 2), (conflict.Expected.Value, conflict.Actual));
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_version_of_what_is_not_there_is_answered_by_the_rule() =>
        (await ledger.StepAsync(Guid.NewGuid(), Errand.Ask("step") with { ExpectedVersion = 1 }))
            .Refused<Errand.NotBegun>();

    [Fact]
    public async Task Who_is_overtaken_decides_again_on_what_is_there()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;
        store.BeforeNextAppend = () => ledger.StepAsync(id, Errand.Ask("step"));

        var done = (await ledger.StepAsync(id, Errand.Ask("step"))).Done();

        Assert.Equal((2, 3L), (done.State.Steps, done.Version));
    }

    [Fact]
    public async Task Who_named_a_version_and_is_overtaken_is_told()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;
        store.BeforeNextAppend = () => ledger.StepAsync(id, Errand.Ask("step"));

        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.StepAsync(id, Errand.Ask("step") with { ExpectedVersion = 1 }));

        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Many_at_once_lose_nothing()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ledger.StepAsync(id, Errand.Ask("step"))));

        Assert.Equal([1, 2, 3, 4], outcomes.Select(outcome => outcome.Done().State.Steps).Order());
        Assert.Equal(5, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_request_sent_again_under_its_key_is_answered_as_it_was_then()
    {
        var request = Errand.Ask("post") with { IdempotencyKey = "once" };
        var first = (await ledger.BeginAsync(request)).Done();
        await ledger.StepAsync(first.Id, Errand.Ask("step"));

        var second = (await ledger.BeginAsync(request)).Done();

        Assert.Equal(first with { Repeated = true }, second);
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_writer_who_never_heard_the_answer_and_is_stale_by_now_gets_it_the_second_time()
    {
        var id = (await ledger.BeginAsync(Errand.Ask("post"))).Done().Id;
        var request = Errand.Ask("step") with { IdempotencyKey = "once", ExpectedVersion = 1 };
        var first = (await ledger.StepAsync(id, request)).Done();

        var second = (await ledger.StepAsync(id, request)).Done();

        Assert.Equal(first with { Repeated = true }, second);
    }

    [Fact]
    public async Task A_key_stands_for_one_request()
    {
        await ledger.BeginAsync(Errand.Ask("post") with { IdempotencyKey = "once" });

        (await ledger.BeginAsync(Errand.Ask("milk") with { IdempotencyKey = "once" })).Refused<IdempotencyKeyReused>();

        Assert.Equal(1, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_stream_of_one_kind_is_not_there_for_another()
    {
        var story = await ledger.DoneAsync(Given.Publish());
        var errand = (await ledger.BeginAsync(Errand.Ask("post"))).Done();

        (await ledger.StepAsync(story.StoryId, Errand.Ask("step"))).Refused<Errand.NotBegun>();
        await ledger.RefusedAsync<StoryNotFound>(new RetractArticle("Not so.")
        { Story = errand.Id.ToString(), Actor = TestLedger.Editor });
    }
}
