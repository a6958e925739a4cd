using Ledger.Hosting.Accounts;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class BrowserSessions : AccountsTest
{
    [Fact]
    public async Task A_session_stands_for_its_account_as_it_is_now()
    {
        var id = await StartAsync("ada");

        await Accounts.SetDesksAsync("ada", ["Sport"], Operator, Cancel);

        Assert.Equal(["Sport"], (await Sessions.FindAsync(id, Cancel))?.Desks);
        Assert.Null(await Sessions.FindAsync(Guid.NewGuid(), Cancel));
    }

    [Fact]
    public async Task A_session_that_is_not_used_is_over()
    {
        var id = await StartAsync("ada");

        Clock.Advance(Policy.LongestIdle - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Sessions.FindAsync(id, Cancel));
        Clock.Advance(Policy.LongestIdle - TimeSpan.FromSeconds(1));
        Assert.NotNull(await Sessions.FindAsync(id, Cancel));

        Clock.Advance(Policy.LongestIdle);
        Assert.Null(await Sessions.FindAsync(id, Cancel));
        Assert.Empty(await Sessions.ListAsync("ada", Cancel));
    }

    [Fact]
    public async Task A_session_that_is_used_all_the_time_is_over_at_its_end()
    {
        var id = await StartAsync("ada");
        for (var hours = 11; hours < Policy.LongestSession.TotalHours; hours += 11)
        {
            Clock.Advance(TimeSpan.FromHours(11));
            Assert.NotNull(await Sessions.FindAsync(id, Cancel));
        }

        Clock.Advance(TimeSpan.FromHours(11));
        Assert.Null(await Sessions.FindAsync(id, Cancel));
    }

    [Fact]
    public async Task Sessions_are_listed_with_where_they_come_from_and_ended_one_by_one()
    {
        var account = await AddAsync("ada");
        var first = (await Sessions.StartAsync(account, "203.0.113.0/24", "Lynx", Cancel))!.Value;
        Clock.Advance(TimeSpan.FromMinutes(5));
        var second = (await Sessions.StartAsync(account, null, new string('x', 5_000), Cancel))!.Value;

        var listed = await Sessions.ListAsync("ada", Cancel);
        Assert.Equal([second, first], listed.Select(session => session.Id));
        Assert.Equal(("203.0.113.0/24", "Lynx", Now), (listed[1].Address, listed[1].Agent, listed[1].StartedAt));
        Assert.Equal(200, listed[0].Agent?.Length);

        await Sessions.EndAsync("ada", first, Operator, Cancel);

        Assert.Null(await Sessions.FindAsync(first, Cancel));
        Assert.NotNull(await Sessions.FindAsync(second, Cancel));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_account_under_the_name_of_their_own()
    {
        var id = await StartAsync("ada");
        await AddAsync("bob");

        Assert.Equal(0, await Sessions.EndAsync("bob", id, Operator, Cancel));
        Assert.NotNull(await Sessions.FindAsync(id, Cancel));
    }

    [Fact]
    public async Task All_but_one_can_be_ended()
    {
        var account = await AddAsync("ada");
        var kept = (await Sessions.StartAsync(account, null, null, Cancel))!.Value;
        await Sessions.StartAsync(account, null, null, Cancel);
        await Sessions.StartAsync(account, null, null, Cancel);

        Assert.Equal(2, await Sessions.EndAllAsync("ada", kept, Operator, Cancel));

        Assert.Equal(kept, Assert.Single(await Sessions.ListAsync("ada", Cancel)).Id);
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_sessions_and_enabling_it_brings_none_back()
    {
        var id = await StartAsync("ada");

        await Accounts.DisableAsync("ada", Operator, Cancel);
        Assert.Null(await Sessions.FindAsync(id, Cancel));

        await Accounts.EnableAsync("ada", Operator, Cancel);
        Assert.Null(await Sessions.FindAsync(id, Cancel));
    }

    [Fact]
    public async Task Changing_the_password_ends_every_session_but_the_one_that_did_it()
    {
        var account = await AddAsync("ada");
        var here = (await Sessions.StartAsync(account, null, null, Cancel))!.Value;
        var there = (await Sessions.StartAsync(account, null, null, Cancel))!.Value;

        await SignIns.ChangePasswordAsync("ada", Password, "another long password", here, Caller, Cancel);

        Assert.NotNull(await Sessions.FindAsync(here, Cancel));
        Assert.Null(await Sessions.FindAsync(there, Cancel));
        Assert.Null(await Accounts.CheckPasswordAsync("ada", Password, Cancel));
        Assert.NotNull(await Accounts.CheckPasswordAsync("ada", "another long password", Cancel));
    }

    [Fact]
    public async Task A_session_cannot_begin_by_a_password_that_was_changed_meanwhile()
    {
        var checkedBefore = await AddAsync("ada");

        await Accounts.ChangePasswordAsync("ada", Password, "another long password", null, Operator, Cancel);

        Assert.Null(await Sessions.StartAsync(checkedBefore, null, null, Cancel));
    }

    private static Caller Caller { get; } = new(null, null);

    private async Task<Guid> StartAsync(string name) =>
        (await Sessions.StartAsync(await AddAsync(name), null, null, Cancel))!.Value;
}
