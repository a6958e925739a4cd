using System.Net;
using Ledger.Hosting.Accounts;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class LockingOut : AccountsTest
{
    private static readonly IPAddress Here = IPAddress.Parse("203.0.113.77");

    [Theory]
    [InlineData("ada")]
    [InlineData("nobody")]
    [InlineData("no name at all")]
    public async Task A_name_is_locked_after_failures_whether_somebody_has_it_or_not(string name)
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfName; n++)
            Assert.IsType<SignInOutcome.Failed>(await TryAsync(name, "a wrong password"));

        Assert.Equal(new SignInOutcome.Locked(Policy.FirstLock), await TryAsync(name, Password));
    }

    [Fact]
    public async Task Each_further_failure_doubles_the_lock_up_to_the_longest()
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfName; n++)
            await TryAsync("ada", "a wrong password");

        List<double> seconds = [];
        for (var n = 0; n < 7; n++)
        {
            var locked = Assert.IsType<SignInOutcome.Locked>(await TryAsync("ada", "a wrong password"));
            seconds.Add(locked.Wait.TotalSeconds);
            Clock.Advance(locked.Wait);
            Assert.IsType<SignInOutcome.Failed>(await TryAsync("ada", "a wrong password"));
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900], seconds);
    }

    [Fact]
    public async Task The_right_password_after_the_lock_forgets_the_failures()
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfName; n++)
            await TryAsync("ada", "a wrong password");

        Clock.Advance(Policy.FirstLock);
        Assert.IsType<SignInOutcome.Done>(await TryAsync("ada", Password));

        for (var n = 1; n < Policy.FailuresOfName; n++)
            Assert.IsType<SignInOutcome.Failed>(await TryAsync("ada", "a wrong password"));
        Assert.IsType<SignInOutcome.Done>(await TryAsync("ada", Password));
    }

    [Fact]
    public async Task Failures_of_another_day_do_not_count()
    {
        await AddAsync("ada");
        for (var n = 1; n < Policy.FailuresOfName; n++)
            await TryAsync("ada", "a wrong password");

        Clock.Advance(TimeSpan.FromHours(25));

        for (var n = 1; n < Policy.FailuresOfName; n++)
            Assert.IsType<SignInOutcome.Failed>(await TryAsync("ada", "a wrong password"));
        Assert.IsType<SignInOutcome.Done>(await TryAsync("ada", Password));
    }

    [Fact]
    public async Task An_address_that_tries_many_names_is_locked_and_others_are_not()
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfAddress; n++)
            Assert.IsType<SignInOutcome.Failed>(await TryAsync($"name-{n}", "a wrong password"));

        Assert.IsType<SignInOutcome.Locked>(await TryAsync("ada", Password));
        Assert.IsType<SignInOutcome.Done>(
            await SignIns.SignInAsync("ada", Password, new(IPAddress.Parse("198.51.100.1"), null), Cancel));
    }

    [Fact]
    public async Task Signing_in_again_and_again_locks_nobody()
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfAddress + 5; n++)
            Assert.IsType<SignInOutcome.Done>(await TryAsync("ada", Password));
    }

    [Fact]
    public async Task Guesses_that_come_all_at_once_are_not_more_than_those_that_come_one_by_one()
    {
        await AddAsync("ada");

        var results = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(n => Task.Run(() => TryAsync("ada", $"guess number {n}"), Cancel)));

        Assert.Equal(Policy.FailuresOfName, results.Count(result => result is SignInOutcome.Failed));
    }

    [Fact]
    public async Task What_is_remembered_of_attempts_does_not_tell_the_names()
    {
        await TryAsync("a password typed as a name", Password);

        await using var command = Database.CreateCommand(
            "SELECT string_agg(a::text, ' ') || (SELECT string_agg(e::text, ' ') FROM ops.sign_in_event e) "
            + "FROM ops.sign_in_attempt a");
        Assert.DoesNotContain(
            "typed", (string)(await command.ExecuteScalarAsync(Cancel))!, StringComparison.Ordinal);
    }

    private Task<SignInOutcome> TryAsync(string name, string password) =>
        SignIns.SignInAsync(name, password, new(Here, "Lynx"), Cancel);
}
