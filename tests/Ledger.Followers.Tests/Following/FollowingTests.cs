using Ledger.Testing;

namespace Ledger.Followers.Tests.Following;

/// <summary>What a follower is promised, and what it answers to.</summary>
public sealed class FollowingTests
{
    private static readonly Handover Failure = new Handover.Failed("The receiver is on fire.");

    [Fact]
    public async Task It_is_told_of_all_that_it_wants_in_the_order_of_each_story_and_of_a_few_stories_at_once()
    {
        await using var log = await Log.CreateAsync();
        var recipient = new Recipient
        {
            Concurrency = 3,
            Answer = async _ =>
            {
                await Task.Yield();
                return Handover.Done;
            },
        };
        var expected = new List<long>();
        for (var i = 0; i < 60; i++)
        {
            expected.Add(await log.HappensAsync(story: i % 6));
            if (i % 7 == 0)
                await log.UnwantedAsync(story: i % 6);
        }

        await log.FollowAsync(recipient);
        for (var i = 0; i < 20; i++)
            expected.Add(await log.HappensAsync(story: i % 6));

        await log.UntilDoneAsync();
        Assert.Equal(expected, recipient.Taken.Select(taken => taken.Position).Order());
        AssertInOrder(recipient);
        Assert.InRange(recipient.MostAtOnce, 1, 3);
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_holds_up_its_own_story_only()
    {
        await using var log = await Log.CreateAsync();
        var ailing = new TaskCompletionSource();
        var first = await log.HappensAsync(story: 1);
        var second = await log.HappensAsync(story: 1);
        var other = await log.HappensAsync(story: 2);
        var recipient = new Recipient
        {
            Retries = new(Enumerable.Repeat(TimeSpan.FromMilliseconds(5), 10_000).ToList()),
            Answer = recorded => Task.FromResult(
                recorded.Position == first && !ailing.Task.IsCompleted ? Failure : Handover.Done),
        };

        await log.FollowAsync(recipient);
        await Eventually.IsTrueAsync(() => Task.FromResult(
            recipient.Taken.Any(taken => taken.Position == other)
            && recipient.Attempts.Count(position => position == first) > 2));
        Assert.Equal("The receiver is on fire.", (await log.StatusAsync()).Error);
        Assert.DoesNotContain(second, recipient.Attempts);
        ailing.SetResult();

        await log.UntilDoneAsync();
        Assert.Equal([other, first, second], recipient.Taken.Select(taken => taken.Position));
        Assert.Null((await log.StatusAsync()).Error);
    }

    [Fact]
    public async Task What_keeps_failing_is_parked_and_its_story_waits_until_it_is_replayed()
    {
        await using var log = await Log.CreateAsync();
        var first = await log.HappensAsync(story: 1);
        var second = await log.HappensAsync(story: 1);
        var recipient = new Recipient
        {
            Answer = recorded => recorded.Position == first
                ? throw new InvalidOperationException("It burns.")
                : Task.FromResult(Handover.Done),
        };
        await log.FollowAsync(recipient);
        await log.UntilAsync(status => status.Parked == 1);
        var other = await log.HappensAsync(story: 2);
        await Eventually.IsTrueAsync(() => Task.FromResult(recipient.Taken.Count == 1));

        var parked = Assert.Single(await log.Followers.ListParkedAsync("recipient", 10, Log.Token));
        Assert.Equal((first, Log.Story(1), 3, 1L, "It burns."),
            (parked.Position, parked.Stream, parked.Attempts, parked.Held, parked.Error));
        Assert.Equal([first, first, first, other], recipient.Attempts);

        recipient.Answer = _ => Task.FromResult(Handover.Done);
        Assert.Equal(1, await log.Followers.ReplayAsync("recipient", null, Log.Token));

        await log.UntilDoneAsync();
        Assert.Equal([other, first, second], recipient.Taken.Select(taken => taken.Position));
    }

    [Fact]
    public async Task A_paused_one_is_told_nothing_and_goes_on_where_it_was_when_it_is_resumed()
    {
        await using var log = await Log.CreateAsync();
        var recipient = new Recipient();
        await log.FollowAsync(recipient);
        var first = await log.HappensAsync(story: 1);
        await log.UntilDoneAsync();

        Assert.True(await log.Followers.PauseAsync("recipient", null, Log.Token));
        var second = await log.HappensAsync(story: 1);
        await using var other = await Log.CreateAsync();
        Assert.False(await other.Followers.PauseAsync("nobody", null, Log.Token));
        await log.UntilAsync(status => status is { Paused: true, Lag: 1, Waiting: 0 });
        Assert.Equal([first], recipient.Attempts);

        Assert.True(await log.Followers.ResumeAsync("recipient", null, Log.Token));
        await log.UntilDoneAsync();
        Assert.Equal([first, second], recipient.Taken.Select(taken => taken.Position));
    }

    [Fact]
    public async Task One_who_wants_nothing_any_more_is_paused_with_the_reason_and_loses_nothing()
    {
        await using var log = await Log.CreateAsync();
        var recipient = new Recipient
        {
            Answer = _ => Task.FromResult<Handover>(new Handover.Refused("410 Gone")),
        };
        var first = await log.HappensAsync(story: 1);
        await log.FollowAsync(recipient);
        await log.UntilAsync(status => status is { Paused: true, Error: "410 Gone", Waiting: 1 });

        recipient.Answer = _ => Task.FromResult(Handover.Done);
        await log.Followers.ResumeAsync("recipient", null, Log.Token);

        await log.UntilDoneAsync();
        Assert.Equal([first, first], recipient.Attempts);
    }

    [Fact]
    public async Task It_is_told_of_what_stands_before_an_event_that_nobody_can_read_and_says_where_it_stands()
    {
        await using var log = await Log.CreateAsync();
        var first = await log.HappensAsync(story: 1);
        var second = await log.HappensAsync(story: 2);
        await using (var tomorrow = log.Database.CreateCommand("""
            alter table events.mt_events disable trigger user;
            update events.mt_events set type = 'event_of_tomorrow' where seq_id = 2;
            """))
            await tomorrow.ExecuteNonQueryAsync(Log.Token);

        var recipient = new Recipient();
        await log.FollowAsync(recipient);

        await log.UntilAsync(status => status is { Position: 1, Lag: 1, Waiting: 0, Error: not null });
        Assert.Contains("event_of_tomorrow", (await log.StatusAsync()).Error, StringComparison.Ordinal);
        Assert.Equal([first], recipient.Taken.Select(taken => taken.Position));
        Assert.Equal(2, second);
    }

    [Fact]
    public async Task One_who_is_removed_is_told_nothing_any_more()
    {
        await using var log = await Log.CreateAsync();
        var recipient = new Recipient();
        await log.FollowAsync(recipient);
        await log.HappensAsync(story: 1);
        await log.UntilDoneAsync();

        await log.Followers.RemoveAsync("recipient", null, Log.Token);
        await log.HappensAsync(story: 1);

        Assert.Empty(await log.Followers.GetStatusAsync(Log.Token));
        await log.Followers.BeginAsync("recipient", after: null, null, Log.Token);
        var third = await log.HappensAsync(story: 1);
        await log.UntilDoneAsync();
        Assert.Equal([1, third], recipient.Taken.Select(taken => taken.Position));
    }

    private static void AssertInOrder(Recipient recipient)
    {
        foreach (var story in recipient.Taken.GroupBy(taken => taken.StreamId))
            Assert.Equal(story.Select(taken => taken.Position).Order(), story.Select(taken => taken.Position));
    }
}
