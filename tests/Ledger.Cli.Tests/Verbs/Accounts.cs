using System.Text;
using System.Text.Json;
using Ledger.Application.People;
using Ledger.Cli.Tests.Running;
using Ledger.Hosting.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Cli.Tests.Verbs;

public sealed class Accounts(CliLedger shared) : IClassFixture<CliLedger>
{
    private const string Password = "a long enough password";

    [Fact]
    public async Task An_account_is_added_with_a_password_from_the_standard_input()
    {
        var ran = await AddAsync("ines", "--name", "Ines Halloran", "--role", "editor", "--role", "auditor");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Errors));
        var account = await Store.CheckPasswordAsync("ines", Password, Cancel);
        Assert.Equal("Ines Halloran", account!.DisplayName);
        Assert.Equal([Role.Editor, Role.Auditor], account.Roles);
        Assert.Contains("ines", (await shared.Program.DoneAsync("user", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_terminal_the_password_is_not_asked_for()
    {
        var ran = await shared.Program.RunAsync("user", "add", "nobody", "--role", "editor");

        Assert.Equal(
            (2, "There is no terminal to ask for the password; hand it in with --password-stdin.\n"),
            (ran.ExitCode, ran.Errors));
        Assert.Null(await Store.FindAsync("nobody", Cancel));
    }

    [Theory]
    [InlineData("short-password", "short", 3, "A password has 12 characters or more.")]
    [InlineData("Capital", Password, 3, "A name is 1 to 64 of the letters a to z, digits, '.', '_' and '-'.")]
    public async Task An_account_that_breaks_a_rule_is_not_added(string name, string password, int exitCode, string why)
    {
        var ran = await shared.Program.RunAsync(
            Encoding.UTF8.GetBytes(password + "\n"), "user", "add", name, "--role", "editor", "--password-stdin");

        Assert.Equal((exitCode, "", why + "\n"), (ran.ExitCode, ran.Output, ran.Errors));
    }

    [Fact]
    public async Task Whoever_is_named_by_as_is_who_the_log_records()
    {
        await AddAsync("olga", "--name", "Olga Berg", "--role", "editor");
        var file = shared.Folder.Write("as.json", Sample.Story);

        await shared.Program.DoneAsync("publish", file, "--as", "olga");

        var metadata = (await shared.LastEventAsync()).Metadata;
        Assert.Equal(("user:olga", "Olga Berg"), (metadata.Actor, metadata.ActorName));
    }

    [Fact]
    public async Task An_account_does_only_what_its_roles_allow()
    {
        await AddAsync("rita", "--role", "reader");
        var slug = await shared.PublishAsync();
        var head = await shared.HeadAsync();
        string[][] forbidden =
        [
            ["publish", shared.Folder.Write("rita.json", Sample.Story)], ["retract", slug, "--notice", "x"],
            ["events"], ["rebuild"], ["user", "list"], ["webhook", "list"],
            ["token", "create", "olga", "--description", "x"], ["import", shared.Folder.Write("empty.jsonl", "")],
        ];

        foreach (var arguments in forbidden)
        {
            var ran = await shared.Program.RunAsync([.. arguments, "--as", "rita"]);
            Assert.Equal((3, ""), (ran.ExitCode, ran.Output));
            Assert.StartsWith("This needs one of the roles ", ran.Errors, StringComparison.Ordinal);
        }

        Assert.Equal(head, await shared.HeadAsync());
        await shared.Program.DoneAsync("show", slug, "--as", "rita");
    }

    [Fact]
    public async Task The_words_of_a_withdrawn_story_are_kept_from_readers()
    {
        await AddAsync("rolf", "--role", "reader");
        var slug = await shared.PublishAsync();
        await shared.Program.DoneAsync("withdraw", slug, "--notice", "Too early.");

        var text = await shared.Program.DoneAsync("show", slug, "--as", "rolf");
        var first = await shared.Program.DoneAsync("show", slug, "--revision", "1", "--as", "rolf", "--json");
        var page = await shared.Program.DoneAsync("show", slug, "--as", "rolf", "--format", "html");
        var diff = await shared.Program.RunAsync("diff", slug, "1", "2", "--as", "rolf");
        var changes = await shared.Program.DoneAsync("changelog", slug, "--as", "rolf");
        var history = await shared.Program.DoneAsync("history", slug, "--as", "rolf", "--json");
        var all = await shared.Program.RunAsync("show", slug);

        Assert.Equal("Too early.", text.Output);
        Assert.Contains("Too early.", changes.Output, StringComparison.Ordinal);
        Assert.Contains("Withdrawn article", history.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("harbour", history.Output + first.Output, StringComparison.OrdinalIgnoreCase);
        Assert.All(
            [text, first, page, changes, history],
            ran => Assert.DoesNotContain("dawn", ran.Output, StringComparison.Ordinal));
        Assert.Equal(3, diff.ExitCode);
        Assert.Equal((0, Sample.Body, "The story is withdrawn: Too early.\n"), (all.ExitCode, all.Output, all.Errors));
    }

    [Fact]
    public async Task An_unknown_or_disabled_account_does_nothing()
    {
        await AddAsync("dora", "--role", "editor");
        await shared.Program.DoneAsync("user", "disable", "dora");
        var slug = await shared.PublishAsync();

        var disabled = await shared.Program.RunAsync("retract", slug, "--notice", "x", "--as", "dora");
        var unknown = await shared.Program.RunAsync("show", slug, "--as", "nobody");

        Assert.Equal((3, "The account 'dora' is disabled.\n"), (disabled.ExitCode, disabled.Errors));
        Assert.Equal((3, "There is no account 'nobody'.\n"), (unknown.ExitCode, unknown.Errors));
    }

    [Fact]
    public async Task A_token_is_printed_once_listed_without_its_text_and_revoked()
    {
        await AddAsync("tove", "--role", "editor");

        var made = await shared.Program.RunAsync("token", "create", "tove", "--description", "Feed reader");
        var token = made.Output.TrimEnd('\n');
        Assert.Equal("tove", (await Store.FindByTokenAsync(token, Cancel))?.Name);

        var listed = await shared.Program.DoneAsync("token", "list", "--account", "tove", "--json");
        var id = JsonDocument.Parse(listed.Output).RootElement[0].GetProperty("id").GetString()!;
        Assert.DoesNotContain(token, listed.Output, StringComparison.Ordinal);
        Assert.Contains(id, made.Errors, StringComparison.Ordinal);

        await shared.Program.DoneAsync("token", "revoke", id);
        Assert.Null(await Store.FindByTokenAsync(token, Cancel));
    }

    [Fact]
    public async Task A_token_that_is_not_there_cannot_be_revoked()
    {
        var unknown = await shared.Program.RunAsync("token", "revoke", "0198e1a0-0000-7000-8000-000000000001");
        var none = await shared.Program.RunAsync("token", "revoke", "all");

        Assert.Equal(3, unknown.ExitCode);
        Assert.Equal(
            (2, "'all' is not the id of a token; 'ledger token list' has them.\n"), (none.ExitCode, none.Errors));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private AccountStore Store => shared.Ledger.Services.GetRequiredService<AccountStore>();

    private Task<Ran> AddAsync(string name, params string[] more) => shared.Program.RunAsync(
        Encoding.UTF8.GetBytes(Password + "\n"), ["user", "add", name, "--password-stdin", .. more]);
}
