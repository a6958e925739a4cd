using Ledger.Application.People;
using Ledger.Hosting.Accounts;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class SigningIn : AccountsTest
{
    [Fact]
    public async Task The_right_password_gives_the_account_as_it_was_made()
    {
        await Accounts.AddAsync(new("ada.b-c_1", "Ada Ø", [Role.Editor, Role.Standards]), Password, Operator, Cancel);

        var account = await Accounts.CheckPasswordAsync("ada.b-c_1", Password, Cancel);

        Assert.NotNull(account);
        Assert.Equal(("ada.b-c_1", "Ada Ø", false, Now),
            (account.Name, account.DisplayName, account.Disabled, account.CreatedAt));
        Assert.Equal([Role.Editor, Role.Standards], account.Roles);
        Assert.Equal("user:ada.b-c_1", account.ToActor().Id);
    }

    [Theory]
    [InlineData("ada", "a long enough passwore")]
    [InlineData("ada", "")]
    [InlineData("Ada", Password)]
    [InlineData("bob", Password)]
    [InlineData("", Password)]
    [InlineData("ada\0", Password)]
    [InlineData("ada' or '1'='1", Password)]
    public async Task Anything_else_gives_nobody(string name, string password)
    {
        await AddAsync("ada");

        Assert.Null(await Accounts.CheckPasswordAsync(name, password, Cancel));
    }

    [Fact]
    public async Task A_password_too_long_to_have_been_set_is_not_hashed()
    {
        await AddAsync("ada");

        Assert.Null(await Accounts.CheckPasswordAsync("ada", new string('x', 5_000_000), Cancel));
    }

    [Fact]
    public async Task A_disabled_account_is_not_signed_in_and_stays_on_the_list()
    {
        await AddAsync("ada");
        await Accounts.DisableAsync("ada", Operator, Cancel);

        Assert.Null(await Accounts.CheckPasswordAsync("ada", Password, Cancel));
        Assert.True(Assert.Single(await Accounts.ListAsync(Cancel)).Disabled);
    }

    [Theory]
    [InlineData("Ada", "Ada", Password)]
    [InlineData("", "Ada", Password)]
    [InlineData("ada lovelace", "Ada", Password)]
    [InlineData("ada\n", "Ada", Password)]
    [InlineData("ädä", "Ada", Password)]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345", "Ada", Password)]
    [InlineData("ada", " ", Password)]
    [InlineData("ada", "A\u0007da", Password)]
    [InlineData("ada", "Ada", "eleven char")]
    public async Task An_account_of_another_form_is_refused_and_not_written(
        string name, string display, string password)
    {
        await Assert.ThrowsAsync<AccountException>(
            () => Accounts.AddAsync(new(name, display, [Role.Editor]), password, Operator, Cancel));

        Assert.Empty(await Accounts.ListAsync(Cancel));
    }

    [Fact]
    public async Task An_account_without_a_role_is_refused() => await Assert.ThrowsAsync<AccountException>(
        () => Accounts.AddAsync(new("ada", "Ada", []), Password, Operator, Cancel));

    [Fact]
    public async Task A_name_is_given_once()
    {
        await AddAsync("ada");

        await Assert.ThrowsAsync<AccountException>(
            () => Accounts.AddAsync(new("ada", "Other", [Role.Admin]), Password, Operator, Cancel));

        Assert.Equal([Role.Editor], (await Accounts.FindAsync("ada", Cancel))?.Roles);
    }

    [Fact]
    public async Task The_password_is_nowhere_in_the_database()
    {
        await AddAsync("ada");

        await using var command = Database.CreateCommand("SELECT a::text FROM ops.account a");
        Assert.DoesNotContain(Password, (string)(await command.ExecuteScalarAsync(Cancel))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_nodes_may_migrate_at_once()
    {
        await using (var drop = Database.CreateCommand("DROP SCHEMA ops CASCADE"))
            await drop.ExecuteNonQueryAsync(Cancel);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Accounts.MigrateAsync(Cancel)));

        await AddAsync("ada");
        await Accounts.MigrateAsync(Cancel);
        Assert.Single(await Accounts.ListAsync(Cancel));
    }
}
