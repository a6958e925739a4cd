using Ledger.Application.People;
using Ledger.Hosting.Accounts;

namespace Ledger.Hosting.Tests.Accounts;

public sealed class Tokens : AccountsTest
{
    [Fact]
    public async Task A_token_stands_for_its_account()
    {
        await AddAsync("ada");
        await AddAsync("bob");

        var token = await CreateTokenAsync("ada", "the wire", null);

        Assert.Matches("^ldg_[A-Za-z0-9_-]{43}$", token.Text);
        Assert.Equal("ada", (await Accounts.FindByTokenAsync(token.Text, Cancel))?.Name);
    }

    [Fact]
    public async Task Another_text_stands_for_nobody()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", null);
        var last = token.Text[^1] == 'A' ? 'Q' : 'A';

        Assert.Null(await Accounts.FindByTokenAsync(token.Text[..^1] + last, Cancel));
        Assert.Null(await Accounts.FindByTokenAsync(token.Text + "A", Cancel));
        Assert.Null(await Accounts.FindByTokenAsync(token.Text.ToUpperInvariant(), Cancel));
        Assert.Null(await Accounts.FindByTokenAsync("", Cancel));
    }

    [Fact]
    public async Task The_text_of_a_token_is_nowhere_in_the_database()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", null);

        await using var command = Database.CreateCommand("SELECT t::text FROM ops.token t");
        var row = (string)(await command.ExecuteScalarAsync(Cancel))!;

        Assert.Contains(token.Id.ToString(), row, StringComparison.Ordinal);
        Assert.DoesNotContain(token.Text[4..], row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_over_at_its_end_and_not_before()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", Now.AddHours(1));

        Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await Accounts.FindByTokenAsync(token.Text, Cancel));

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(await Accounts.FindByTokenAsync(token.Text, Cancel));
    }

    [Fact]
    public async Task The_end_may_be_given_in_any_time_zone()
    {
        await AddAsync("ada");
        var end = new DateTimeOffset(2026, 3, 1, 20, 0, 0, TimeSpan.FromHours(5));

        await CreateTokenAsync("ada", "the wire", end);

        Assert.Equal(end.ToUniversalTime(), Assert.Single(await Accounts.ListTokensAsync("ada", Cancel)).ExpiresAt);
    }

    [Fact]
    public async Task A_revoked_token_stands_for_nobody_and_the_others_go_on()
    {
        await AddAsync("ada");
        var gone = await CreateTokenAsync("ada", "the wire", null);
        await RevokeTokenAsync(gone.Id);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var kept = await CreateTokenAsync("ada", "the desk", null);

        await RevokeTokenAsync(gone.Id);

        Assert.Null(await Accounts.FindByTokenAsync(gone.Text, Cancel));
        Assert.NotNull(await Accounts.FindByTokenAsync(kept.Text, Cancel));
        Assert.Equal([("the wire", (DateTimeOffset?)Now), ("the desk", null)],
            (await Accounts.ListTokensAsync("ada", Cancel)).Select(token => (token.Description, token.RevokedAt)));
    }

    [Fact]
    public async Task A_token_that_another_process_has_ended_is_over_within_a_second()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", null);
        Assert.NotNull(await Accounts.FindByTokenAsync(token.Text, Cancel));

        var elsewhere = new AccountStore(Database, Clock);
        await elsewhere.RevokeTokenAsync(token.Id, null, Operator, Cancel);

        Assert.Null(await elsewhere.FindByTokenAsync(token.Text, Cancel));
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Accounts.FindByTokenAsync(token.Text, Cancel));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_lets_no_ended_token_in()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", null);
        await Accounts.FindByTokenAsync(token.Text, Cancel);
        await new AccountStore(Database, Clock).RevokeTokenAsync(token.Id, null, Operator, Cancel);

        Clock.Advance(TimeSpan.FromHours(-1));

        Assert.Null(await Accounts.FindByTokenAsync(token.Text, Cancel));
    }

    [Fact]
    public async Task A_token_ended_here_is_over_at_once_also_while_others_show_it()
    {
        await AddAsync("ada");
        for (var n = 0; n < 30; n++)
        {
            var token = await CreateTokenAsync("ada", "the wire", null);
            var showing = Enumerable.Range(0, 8)
                .Select(_ => Task.Run(() => Accounts.FindByTokenAsync(token.Text, Cancel), Cancel)).ToList();

            await RevokeTokenAsync(token.Id);

            Assert.Null(await Accounts.FindByTokenAsync(token.Text, Cancel));
            await Task.WhenAll(showing);
            Assert.Null(await Accounts.FindByTokenAsync(token.Text, Cancel));
        }
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_tokens_and_only_those()
    {
        await AddAsync("ada");
        await AddAsync("bob");
        var ada = await CreateTokenAsync("ada", "the wire", null);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var bob = await CreateTokenAsync("bob", "the wire", null);

        await Accounts.DisableAsync("ada", Operator, Cancel);

        Assert.Null(await Accounts.FindByTokenAsync(ada.Text, Cancel));
        Assert.NotNull(await Accounts.FindByTokenAsync(bob.Text, Cancel));
        var tokens = await Accounts.ListTokensAsync(null, Cancel);
        Assert.Equal([Clock.GetUtcNow(), null], tokens.Select(token => token.RevokedAt));
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        await AddAsync("ada");
        await AddAsync("bob");
        await Accounts.DisableAsync("bob", Operator, Cancel);

        await RefusedAsync(CreateTokenAsync("cid", "x", null), "There is no account 'cid'.");
        await RefusedAsync(CreateTokenAsync("bob", "x", null), "The account 'bob' is disabled.");
        await RefusedAsync(
            CreateTokenAsync("ada", "x", Now), "The end of a token lies in the future.");
        await RefusedAsync(RevokeTokenAsync(Guid.Empty), $"There is no token '{Guid.Empty}'.");
        await RefusedAsync(Accounts.DisableAsync("cid", Operator, Cancel), "There is no account 'cid'.");
        await Assert.ThrowsAsync<AccountException>(() => CreateTokenAsync("ada", "", null));

        Assert.Empty(await Accounts.ListTokensAsync(null, Cancel));
    }

    [Fact]
    public async Task A_token_has_its_scopes_and_when_it_was_used_last()
    {
        await AddAsync("ada");
        var token = await Accounts.CreateTokenAsync(
            new("ada", "the wire", null) { Scopes = [Scope.Read] }, Operator, Cancel);
        Assert.Null(Assert.Single(await Accounts.ListTokensAsync("ada", Cancel)).LastUsedAt);

        Clock.Advance(TimeSpan.FromHours(1));
        var account = await Accounts.FindByTokenAsync(token.Text, Cancel);

        Assert.Equal([Scope.Read], account?.Scopes);
        var listed = Assert.Single(await Accounts.ListTokensAsync("ada", Cancel));
        Assert.Equal(Now.AddHours(1), listed.LastUsedAt);
        Assert.Equal([Scope.Read], listed.Scopes);
        Assert.False(account!.ToActor().May(Permission.EditStories));
        Assert.True(account.ToActor().May(Permission.ReadLog));
    }

    [Fact]
    public async Task A_token_without_a_scope_is_refused() => await RefusedAsync(
        Accounts.CreateTokenAsync(new("ada", "x", null) { Scopes = [] }, Operator, Cancel),
        "A token has one scope or more.");

    [Fact]
    public async Task Nobody_revokes_the_token_of_another_as_their_own()
    {
        await AddAsync("ada");
        var token = await CreateTokenAsync("ada", "the wire", null);

        await RefusedAsync(
            Accounts.RevokeTokenAsync(token.Id, "bob", Operator, Cancel), $"There is no token '{token.Id}'.");

        Assert.NotNull(await Accounts.FindByTokenAsync(token.Text, Cancel));
    }

    private static async Task RefusedAsync(Task attempt, string message) =>
        Assert.Equal(message, (await Assert.ThrowsAsync<AccountException>(() => attempt)).Message);
}
