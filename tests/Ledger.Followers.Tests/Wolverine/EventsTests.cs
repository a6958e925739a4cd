using Ledger.Followers.Tests.Following;
using Ledger.Followers.Wolverine;
using Ledger.Testing;
using Wolverine.Configuration;
using Wolverine.Postgresql;

namespace Ledger.Followers.Tests.Wolverine;

/// <summary>The log through Wolverine: to handlers in this process, and to another program by a transport.</summary>
public sealed class EventsTests
{
    private const string Follower = "wolverine";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(20);

    private static readonly WolverineSettings InProcess = new()
    {
        Commands = false,
        EventQueue = null,
        FirstPauses = [Soon],
        Retries = new([Soon, Soon]),
    };

    [Fact]
    public async Task Each_event_reaches_a_handler_in_the_order_of_its_story_and_the_status_shows_how_far_it_is()
    {
        await using var log = await Log.CreateAsync();
        await log.HappensAsync(story: 1);
        var newsroom = new Newsroom();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, InProcess, newsroom.Here);
        await BegunAsync(log);
        var expected = new List<long>();
        for (var i = 0; i < 40; i++)
            expected.Add(await log.HappensAsync(story: i % 5));

        await UntilDoneAsync(log);
        Assert.Equal(expected, newsroom.Handled.Select(happened => happened.Position).Order());
        newsroom.AssertInOrder();
        var last = newsroom.Handled.Single(happened => happened.Position == expected[^1]);
        Assert.Equal(("article_retracted", "user:4"), (last.Type, last.Actor));
        Assert.Equal("It is not to be relied upon.", last.Data.GetProperty("notice").GetString());
        Assert.Equal(expected[^1], (await log.StatusAsync(Follower)).Position);
    }

    [Fact]
    public async Task What_a_handler_keeps_failing_on_is_a_dead_letter_and_parked_and_its_story_waits_until_a_replay()
    {
        await using var log = await Log.CreateAsync();
        await log.Followers.BeginAsync(Follower, after: 0, null, Log.Token);
        var first = await log.HappensAsync(story: 1);
        var second = await log.HappensAsync(story: 1);
        var other = await log.HappensAsync(story: 2);
        var newsroom = new Newsroom
        {
            Look = happened =>
            {
                if (happened.Position == first)
                    throw new InvalidOperationException("The press burns.");
            },
        };
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, InProcess, newsroom.Here);

        await Eventually.IsTrueAsync(async () => await log.StatusAsync(Follower) is { Parked: 1, Lag: 0 }
            && newsroom.Handled.Any(happened => happened.Position == other));
        var parked = Assert.Single(await log.Followers.ListParkedAsync(Follower, 10, Log.Token));
        Assert.Equal((first, 3, 1L), (parked.Position, parked.Attempts, parked.Held));
        Assert.Contains("Wolverine's dead letters", parked.Error, StringComparison.Ordinal);
        Assert.Contains("The press burns.", parked.Error, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync(log, "select count(*) from wolverine.wolverine_dead_letters"));
        Assert.True(newsroom.Attempts.Count(position => position == first) > 3);
        Assert.DoesNotContain(second, newsroom.Attempts);

        newsroom.Look = _ => { };
        Assert.Equal(1, await log.Followers.ReplayAsync(Follower, null, Log.Token));

        await UntilDoneAsync(log);
        Assert.Equal([other, first, second], newsroom.Handled.Select(happened => happened.Position));
        Assert.Equal(0L, await CountAsync(log, "select count(*) from wolverine.wolverine_dead_letters"));
    }

    [Fact]
    public async Task Where_nobody_takes_them_they_wait_and_the_status_says_why()
    {
        await using var log = await Log.CreateAsync();
        await log.Followers.BeginAsync(Follower, after: 0, null, Log.Token);
        await log.HappensAsync(story: 1);

        await using (await MessagingHost.StartAsync(log.ConnectionString, InProcess with { Retries = new([]) }))
            await Eventually.IsTrueAsync(async () => (await log.StatusAsync(Follower)).Parked == 1);

        Assert.Equal(
            "Wolverine has neither a handler nor a route for ledger-event.", (await log.StatusAsync(Follower)).Error);
    }

    [Fact]
    public async Task A_process_that_is_killed_while_a_handler_is_at_work_loses_nothing_and_no_later_event_overtakes()
    {
        await using var log = await Log.CreateAsync();
        await log.Followers.BeginAsync(Follower, after: 0, null, Log.Token);
        var expected = new List<long>();
        for (var i = 0; i < 12; i++)
            expected.Add(await log.HappensAsync(story: i % 3));

        var handled = new List<string>();
        using (var victim = Victims.Start("wolverine", log.ConnectionString, int.MaxValue))
        {
            while (handled.Count < 3)
                handled.Add(await victim.StandardOutput.ReadLineAsync(Log.Token) ?? throw new EndOfStreamException());

            Assert.True(await CountAsync(log,
                "select count(*) from wolverine.wolverine_incoming_envelopes where status = 'Incoming'") > 0);
            victim.Kill();
            await victim.WaitForExitAsync(Log.Token);
        }

        var newsroom = new Newsroom();
        await using var host = await MessagingHost.StartAsync(log.ConnectionString, InProcess, newsroom.Here);

        await UntilDoneAsync(log);
        newsroom.AssertInOrder();
        var here = newsroom.Handled.Select(happened => happened.Position).ToList();
        Assert.Equal(here.Distinct(), here);

        // The third never ended in the process that was killed; the first two may come a second time.
        Assert.Contains(long.Parse(handled[2], System.Globalization.CultureInfo.InvariantCulture), here);
        Assert.InRange(here.Count, 10, 12);
        Assert.Empty(expected.Except(here).Except(handled.Take(2).Select(long.Parse)));
    }

    [Fact]
    public async Task Another_program_is_told_by_a_queue_in_the_order_of_each_story()
    {
        await using var log = await Log.CreateAsync();
        await log.Followers.BeginAsync(Follower, after: 0, null, Log.Token);
        await using var host = await MessagingHost.StartAsync(
            log.ConnectionString, new() { Commands = false, FirstPauses = [Soon] });
        var expected = new List<long>();
        for (var i = 0; i < 20; i++)
            expected.Add(await log.HappensAsync(story: i % 4));

        // Nobody listens yet: they wait in the queue, and the ledger is done with them.
        await UntilDoneAsync(log);
        Assert.Equal(20L, await CountAsync(log, "select count(*) from wolverine.wolverine_queue_ledger_events"));

        var newsroom = new Newsroom();
        await using var other = await OtherProgram.StartAsync(log.ConnectionString, options =>
        {
            options.AddMessageHandler(newsroom);
            options.ListenToPostgresqlQueue("ledger_events").UseDurableInbox()
                .PartitionProcessingByGroupId(PartitionSlots.Three);
        });
        for (var i = 0; i < 20; i++)
            expected.Add(await log.HappensAsync(story: i % 4));

        await Eventually.IsTrueAsync(() => Task.FromResult(newsroom.Handled.Count >= 40));
        Assert.Equal(expected, newsroom.Handled.Select(happened => happened.Position).Order());
        newsroom.AssertInOrder();
    }

    private static Task BegunAsync(Log log) => Eventually.IsTrueAsync(async () =>
        (await log.Followers.GetStatusAsync(Log.Token)).Any(status => status.Name == Follower));

    private static Task UntilDoneAsync(Log log) => Eventually.IsTrueAsync(async () =>
        await log.StatusAsync(Follower) is { Lag: 0, Waiting: 0, Parked: 0 });

    private static async Task<long> CountAsync(Log log, string sql)
    {
        await using var command = log.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Log.Token))!;
    }
}
