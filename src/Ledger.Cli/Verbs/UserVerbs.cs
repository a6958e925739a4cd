using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Accounts;

namespace Ledger.Cli.Verbs;

internal static class UserVerbs
{
    public static Command Create() => new("user", "Manages the local accounts") { Add(), List(), Disable() };

    private static Command Add()
    {
        var name = new Argument<string>("NAME") { Description = "The name to sign in with" };
        var display = Symbols.Optional("--name", "The name that is shown; else the same", "NAME");
        var roles = new Option<string[]>("--role")
        {
            Description = $"What the account may do: {string.Join(", ", Symbols.ByName<Role>().Keys)}",
            HelpName = "ROLE",
            Required = true,
            Arity = ArgumentArity.OneOrMore,
        }.AcceptOnlyFromAmong([.. Symbols.ByName<Role>().Keys]);
        var fromInput = new Option<bool>("--password-stdin")
        {
            Description = "Reads the password from the first line of the standard input; else it is asked for",
        };
        var command = new Command("add", "Adds an account") { name, display, roles, fromInput };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var password = parsed.GetValue(fromInput) ? SecretInput.FromStandardInput() : SecretInput.Ask("password");
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ManagePeople, cancellationToken);
            var (account, known) = (parsed.GetRequiredValue(name), Symbols.ByName<Role>());
            var added = await session.Get<AccountStore>().AddAsync(
                account, parsed.GetValue(display) ?? account, password,
                [.. parsed.GetRequiredValue(roles).Distinct().Select(role => known[role])], cancellationToken);
            await PrintAsync(session, added, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the accounts");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ManagePeople, cancellationToken);
            var accounts = await session.Get<AccountStore>().ListAsync(cancellationToken);
            if (session.AsJson)
                await Output.JsonAsync(accounts, cancellationToken);
            else
                await Output.TextAsync(Columns.Of(accounts.Select(Row)), cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Disable()
    {
        var name = new Argument<string>("NAME") { Description = "The account" };
        var command = new Command("disable", "Ends an account, its sessions and its tokens") { name };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            await session.RequireAsync(Permission.ManagePeople, cancellationToken);
            var accounts = session.Get<AccountStore>();
            await accounts.DisableAsync(parsed.GetRequiredValue(name), cancellationToken);
            var disabled = await accounts.FindAsync(parsed.GetRequiredValue(name), cancellationToken);
            await PrintAsync(session, disabled!, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Task PrintAsync(Session session, Account account, CancellationToken cancellationToken) =>
        session.AsJson
            ? Output.JsonAsync(account, cancellationToken)
            : Output.TextAsync(Columns.Of([Row(account)]), cancellationToken);

    private static string[] Row(Account account) =>
    [
        account.Name,
        string.Join(", ", account.Roles.Select(Symbols.Name)),
        account.Disabled ? "disabled" : "enabled",
        Plain.Line(account.DisplayName),
    ];
}
