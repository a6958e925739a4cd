namespace Ledger.Followers.Tests.Following;

public sealed class RetryScheduleTests
{
    private static readonly RetrySchedule Schedule = new([TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)]);

    [Fact]
    public void A_pause_is_that_of_the_attempt_a_fifth_longer_or_shorter()
    {
        var pauses = Enumerable.Range(0, 200).Select(_ => Schedule.After(2, null)!.Value.TotalMinutes).ToList();

        Assert.All(pauses, pause => Assert.InRange(pause, 8, 12));
        Assert.True(pauses.Distinct().Count() > 100, "The pauses do not differ.");
    }

    [Fact]
    public void After_the_last_pause_it_is_parked() => Assert.Null(Schedule.After(3, TimeSpan.FromHours(1)));

    [Fact]
    public void Who_asks_to_be_left_alone_is_but_no_longer_than_a_day()
    {
        Assert.Equal(TimeSpan.FromHours(1), Schedule.After(1, TimeSpan.FromHours(1)));
        Assert.Equal(TimeSpan.FromDays(1), Schedule.After(1, TimeSpan.FromDays(900)));
        Assert.InRange(Schedule.After(1, TimeSpan.FromSeconds(1))!.Value.TotalSeconds, 48, 72);
    }

    [Fact]
    public void The_standard_gives_up_after_some_three_days()
    {
        var total = RetrySchedule.Standard.Pauses.Aggregate(TimeSpan.Zero, (sum, pause) => sum + pause);

        Assert.InRange(total.TotalDays, 3, 4);
        Assert.Null(RetrySchedule.Standard.After(10, null));
    }
}
