using Ledger.Hosting.Accounts;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class ChangingPasswords : AccountsTest
{
    [Theory]
    [InlineData("eleven char", "A password has 12 characters or more.")]
    [InlineData("Password 1234", "This password is one of those that are tried first.")]
    [InlineData("1Q2W-3E4R-5T6Y", "This password is one of those that are tried first.")]
    [InlineData("aaaaaaaaaaaaaaaaaa", "A password has 5 different characters or more.")]
    [InlineData("ada.lovelace", "A password is not the name of its account.")]
    [InlineData("Ada.Lovelace-Ada.Lovelace", "A password is not the name of its account.")]
    [InlineData("an unlikely sentence", null)]
    [InlineData("пароль на двенадцать", null)]
    public void A_password_is_long_and_not_one_of_those_that_are_tried_first(string password, string? problem) =>
        Assert.Equal(problem, PasswordRules.Problem(password, "ada.lovelace"));

    [Fact]
    public async Task The_old_password_is_needed()
    {
        await AddAsync("ada");

        await RefusedAsync(
            ChangeAsync("not the old one", "another long password"), "The present password is another one.");
        await RefusedAsync(ChangeAsync(Password, Password), "The new password is the same as the old one.");
        await RefusedAsync(ChangeAsync(Password, "short"), "A password has 12 characters or more.");

        Assert.NotNull(await Accounts.CheckPasswordAsync("ada", Password, Cancel));
    }

    [Fact]
    public async Task Nobody_guesses_the_old_password_by_changing_it()
    {
        await AddAsync("ada");
        for (var n = 0; n < Policy.FailuresOfName; n++)
        {
            await RefusedAsync(
                ChangeAsync($"guess {n}", "another long password"), "The present password is another one.");
        }

        await RefusedAsync(
            ChangeAsync(Password, "another long password"),
            "There were too many attempts. Wait 30 seconds and try again.");
    }

    [Fact]
    public async Task A_link_sets_a_password_once()
    {
        var account = await AddAsync("ada");
        var session = (await Sessions.StartAsync(account, null, null, Cancel))!.Value;
        var link = await Links.CreateAsync("ada", Operator, Cancel);
        Assert.Equal(new("ada", "ada"), await Links.FindAsync(link, Cancel));

        await RefusedAsync(
            Links.SetPasswordAsync(link, "short", Operator, Cancel), "A password has 12 characters or more.");
        Assert.Equal("ada", await Links.SetPasswordAsync(link, "another long password", Operator, Cancel));

        Assert.Null(await Links.SetPasswordAsync(link, "a third long password", Operator, Cancel));
        Assert.Null(await Links.FindAsync(link, Cancel));
        Assert.Null(await Sessions.FindAsync(session, Cancel));
        Assert.NotNull(await Accounts.CheckPasswordAsync("ada", "another long password", Cancel));
    }

    [Fact]
    public async Task A_link_is_over_after_a_day_by_a_newer_one_and_by_disabling()
    {
        await AddAsync("ada");
        var old = await Links.CreateAsync("ada", Operator, Cancel);
        var newer = await Links.CreateAsync("ada", Operator, Cancel);
        Assert.Null(await Links.FindAsync(old, Cancel));
        Assert.NotNull(await Links.FindAsync(newer, Cancel));

        Clock.Advance(OneTimeLinks.Lifetime);
        Assert.Null(await Links.FindAsync(newer, Cancel));

        var last = await Links.CreateAsync("ada", Operator, Cancel);
        await Accounts.DisableAsync("ada", Operator, Cancel);
        Assert.Null(await Links.SetPasswordAsync(last, "another long password", Operator, Cancel));
        await RefusedAsync(Links.CreateAsync("ada", Operator, Cancel), "The account 'ada' is disabled.");
        await RefusedAsync(Links.CreateAsync("bob", Operator, Cancel), "There is no account 'bob'.");
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        var link = await Links.CreateFirstAsync(Operator, Cancel);
        var other = await Links.CreateFirstAsync(Operator, Cancel);

        var made = await Task.WhenAll(
            Links.AddFirstAsync(link!, "ada", "Ada", Password, Operator, Cancel),
            Links.AddFirstAsync(other!, "bob", "Bob", Password, Operator, Cancel));

        Assert.Single(made, name => name is not null);
        Assert.Equal(made.Single(name => name is not null), Assert.Single(await Accounts.ListAsync(Cancel)).Name);
        Assert.Null(await Links.CreateFirstAsync(Operator, Cancel));
        Assert.Null(await Links.FindAsync(link!, Cancel));
    }

    [Fact]
    public async Task The_text_of_a_link_is_nowhere_in_the_database()
    {
        await AddAsync("ada");
        var link = await Links.CreateAsync("ada", Operator, Cancel);

        await using var command = Database.CreateCommand(
            "SELECT string_agg(l::text, ' ') || (SELECT string_agg(e::text, ' ') FROM ops.sign_in_event e) "
            + "FROM ops.one_time_link l");
        var rows = (string)(await command.ExecuteScalarAsync(Cancel))!;

        Assert.Contains("link-made", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(link[4..], rows, StringComparison.Ordinal);
    }

    private Task ChangeAsync(string old, string password) =>
        SignIns.ChangePasswordAsync("ada", old, password, Guid.Empty, new(null, null), Cancel);

    private static async Task RefusedAsync(Task attempt, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<AccountException>(() => attempt)).Message);
}
