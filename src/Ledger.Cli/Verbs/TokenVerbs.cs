using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Accounts;

namespace Ledger.Cli.Verbs;

internal static class TokenVerbs
{
    public static Command Create() => new("token", "Manages the tokens of programs") { Make(), List(), Revoke() };

    private static Command Make()
    {
        var account = new Argument<string>("ACCOUNT") { Description = "The account that the program acts for" };
        var description = Symbols.Required("--description", "What the token is for");
        var expires = Symbols.Time("--expires", "When it ends; else it does not end by itself");
        var scopes = Scopes();
        var command = new Command("create", "Makes a token and prints it, this once")
        {
            account, description, scopes, expires,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var named = parsed.GetRequiredValue(account);
            var by = await RequireOwnAsync(session, named, cancellationToken);
            var asked = new TokenRequest(named, parsed.GetRequiredValue(description), parsed.GetValue(expires));
            var known = Symbols.ByName<Scope>();
            if (parsed.GetValue(scopes) is { Length: > 0 } chosen)
                asked = asked with { Scopes = [.. chosen.Select(scope => known[scope])] };

            var token = await session.Get<AccountStore>().CreateTokenAsync(asked, by, cancellationToken);
            if (session.AsJson)
            {
                await Output.JsonAsync(new { token.Id, Token = token.Text }, cancellationToken);
            }
            else
            {
                await Output.LineAsync(token.Text, cancellationToken);
                ErrorOutput.Notice($"This is token {token.Id}; its text is not shown again.");
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var account = Symbols.Optional("--account", "Only the tokens of this account", "NAME");
        var command = new Command("list", "Lists the tokens, without their text") { account };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await RequireOwnAsync(session, parsed.GetValue(account), cancellationToken);
            var tokens = await session.Get<AccountStore>().ListTokensAsync(parsed.GetValue(account), cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(tokens, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(tokens.Select(Row)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The id of the token, as 'ledger token list' has it" };
        var command = new Command("revoke", "Ends a token") { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var named = parsed.GetRequiredValue(id);
            if (!Guid.TryParse(named, out var token))
                throw new UsageException($"'{named}' is not the id of a token; 'ledger token list' has them.");

            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var actor = await session.GetActorAsync(cancellationToken);
            var own = actor.May(Permission.ManagePeople) ? null : parsed.GetValue(GlobalOptions.As);
            await session.Get<AccountStore>().RevokeTokenAsync(
                token, own, new(actor.Id, null), cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(new { Id = token, Revoked = true }, cancellationToken);
            else
                await Output.LineAsync($"Token {token} is revoked.", cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    // Everybody manages tokens of their own, and an administrator those of all.
    private static async Task<Origin> RequireOwnAsync(
        Session session, string? account, CancellationToken cancellationToken)
    {
        var actor = await session.GetActorAsync(cancellationToken);
        return account is not null && actor.Id == $"user:{account}"
            ? new(actor.Id, null)
            : await session.RequireOriginAsync(Permission.ManagePeople, cancellationToken);
    }

    private static Option<string[]> Scopes() => new Option<string[]>("--scope")
    {
        Description = "What it may be used for: read, write, admin; else read and write. May be given several times",
        HelpName = "SCOPE",
        Arity = ArgumentArity.ZeroOrMore,
    }.AcceptOnlyFromAmong([.. Symbols.ByName<Scope>().Keys]);

    private static string[] Row(TokenView token) =>
    [
        token.Id.ToString(),
        token.Account,
        (token.RevokedAt, token.ExpiresAt) switch
        {
            ({ } revoked, _) => $"revoked {Plain.Time(revoked)}",
            (_, { } expires) => $"until {Plain.Time(expires)}",
            _ => "valid",
        },
        string.Join(", ", token.Scopes.Select(Symbols.Name)),
        token.LastUsedAt is { } used ? $"used {Plain.Time(used)}" : "never used",
        Plain.Line(token.Description),
    ];
}
