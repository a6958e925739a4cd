using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Npgsql;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class Auditing : AccountsTest
{
    private static readonly Caller Here = new(IPAddress.Parse("203.0.113.77"), "Lynx");

    [Fact]
    public async Task Everything_that_happens_to_an_account_is_noted_with_who_and_from_which_network()
    {
        await AddAsync("ada");
        var done = Assert.IsType<SignInOutcome.Done>(await SignIns.SignInAsync("ada", Password, Here, Cancel));
        await SignIns.SignInAsync("ada", "a wrong password", Here, Cancel);
        await SignIns.ChangePasswordAsync("ada", Password, "another long password", done.Session, Here, Cancel);
        await Accounts.SetRolesAsync("ada", [Role.Editor, Role.Standards], Operator, Cancel);
        await Accounts.SetDesksAsync("ada", ["Sport", "Town"], Operator, Cancel);
        var token = await CreateTokenAsync("ada", "the wire", null);
        await RevokeTokenAsync(token.Id);
        await RevokeTokenAsync(token.Id);
        await Sessions.SignOutAsync("ada", done.Session, Here.As("user:ada"), Cancel);
        await Accounts.DisableAsync("ada", Operator, Cancel);

        Assert.Equal(
            [
                "account-added os:deploy  editor",
                "signed-in user:ada 203.0.113.0/24 ",
                "sign-in-failed  203.0.113.0/24 ",
                "password-changed user:ada 203.0.113.0/24 ",
                "roles-changed os:deploy  editor, standards",
                "desks-changed os:deploy  Sport, Town",
                $"token-created os:deploy  {token.Id} read, write",
                $"token-revoked os:deploy  {token.Id}",
                "signed-out user:ada 203.0.113.0/24 ",
                "account-disabled os:deploy  ",
            ],
            (await NotesAsync()).Select(note =>
                $"{SignInAudit.Name(note.Kind)} {note.Actor} {note.Address} {note.Detail}"));
        Assert.All(await NotesAsync(), note => Assert.Equal(("ada", Now), (note.Account, note.At)));
    }

    [Fact]
    public async Task A_lock_is_noted_when_it_begins_and_once_a_minute_while_it_holds()
    {
        await AddAsync("ada");
        for (var n = 0; n < 20; n++)
            await SignIns.SignInAsync("ada", "a wrong password", Here, Cancel);

        var kinds = (await NotesAsync()).Select(note => (SignInAudit.Name(note.Kind), note.Detail)).Skip(1).ToList();

        Assert.Equal(5, kinds.Count(kind => kind.Item1 == "sign-in-failed"));
        Assert.Equal(
            ["too many failures", "refused unread"],
            kinds.Where(kind => kind.Item1 == "locked").Select(kind => kind.Detail));
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_not_noted()
    {
        await SignIns.SignInAsync("my password, typed in the wrong field", "x", Here, Cancel);

        Assert.Equal((SignInKind.SignInFailed, null),
            Assert.Single((await NotesAsync()).Select(note => (note.Kind, note.Account))));
    }

    [Theory]
    [InlineData("UPDATE ops.sign_in_event SET account = 'bob'")]
    [InlineData("DELETE FROM ops.sign_in_event")]
    [InlineData("TRUNCATE ops.sign_in_event")]
    public async Task A_line_is_never_altered_and_not_removed_while_it_is_young(string sql)
    {
        await using (var add = Database.CreateCommand(
            "INSERT INTO ops.sign_in_event (at, kind) VALUES (now() - interval '29 days', 'signed-in')"))
        {
            await add.ExecuteNonQueryAsync(Cancel);
        }

        await using var command = Database.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));

        Assert.Contains("never altered", refused.MessageText, StringComparison.Ordinal);
        Assert.Single(await NotesAsync());
    }

    [Fact]
    public async Task Lines_are_removed_when_they_are_older_than_is_to_be_kept()
    {
        Clock.Advance(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) - Now);
        await Audit.NoteAsync(SignInKind.SignedIn, null, Operator, "old", Cancel);
        Clock.Advance(Policy.AuditKept - TimeSpan.FromDays(1));
        await Audit.NoteAsync(SignInKind.SignedIn, null, Operator, "newer", Cancel);
        Assert.Equal(0, await Audit.ForgetOldAsync(Cancel));

        Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await Audit.ForgetOldAsync(Cancel));
        Assert.Equal("newer", Assert.Single(await NotesAsync()).Detail);
    }

    [Fact]
    public async Task The_audit_is_asked_for_by_account_by_kind_and_page_by_page()
    {
        await AddAsync("ada");
        await AddAsync("bob");
        await CreateTokenAsync("ada", "the wire", null);

        Assert.Equal(2, (await Audit.ListAsync(new("ada"), 10, Cancel)).Count);
        Assert.Equal(2, (await Audit.ListAsync(new(Kind: SignInKind.AccountAdded), 10, Cancel)).Count);
        var newest = Assert.Single(await Audit.ListAsync(new(), 1, Cancel));
        Assert.Equal(SignInKind.TokenCreated, newest.Kind);
        Assert.Equal("bob", (await Audit.ListAsync(new(Before: newest.Id), 1, Cancel)).Single().Account);
    }

    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("::ffff:203.0.113.77", "203.0.113.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48")]
    public void An_address_is_kept_as_its_network(string address, string kept) =>
        Assert.Equal(kept, Addresses.Shorten(IPAddress.Parse(address)));

    [Fact]
    public async Task The_last_administrator_stays()
    {
        await AddAsync("ada", Role.Admin);
        await AddAsync("bob", Role.Admin);
        await Accounts.SetRolesAsync("bob", [Role.Reader], Operator, Cancel);

        await RefusedAsync(Accounts.DisableAsync("ada", Operator, Cancel));
        await RefusedAsync(Accounts.SetRolesAsync("ada", [Role.Editor], Operator, Cancel));
        await Accounts.SetRolesAsync("ada", [Role.Editor, Role.Admin], Operator, Cancel);

        Assert.Equal([Role.Editor, Role.Admin], (await Accounts.FindAsync("ada", Cancel))?.Roles);
    }

    [Fact]
    public async Task Two_administrators_cannot_remove_each_other_at_once()
    {
        for (var n = 0; n < 10; n++)
        {
            var (a, b) = ($"a{n}", $"b{n}");
            await AddAsync(a, Role.Admin);
            await AddAsync(b, Role.Admin);
            foreach (var other in await Accounts.ListAsync(Cancel))
            {
                if (other.Name != a && other.Name != b)
                    await Accounts.DisableAsync(other.Name, Operator, Cancel);
            }

            await Task.WhenAll(
                Quietly(Accounts.DisableAsync(a, Operator, Cancel)),
                Quietly(Accounts.DisableAsync(b, Operator, Cancel)));

            Assert.Single(await Accounts.ListAsync(Cancel), account => !account.Disabled);
        }
    }

    private static async Task Quietly(Task task)
    {
        try
        {
            await task;
        }
        catch (AccountException)
        {
            // One of the two is refused.
        }
    }

    private static async Task RefusedAsync(Task attempt) => Assert.Equal(
        "'ada' is the last administrator; make another one first.",
        (await Assert.ThrowsAsync<AccountException>(() => attempt)).Message);

    private async Task<IReadOnlyList<SignInNote>> NotesAsync() =>
        [.. (await Audit.ListAsync(new(), 100, Cancel)).Reverse()];
}
