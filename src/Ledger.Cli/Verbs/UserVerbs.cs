using System.CommandLine;
using Ledger.Application.People;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.Hosting.Accounts;

namespace Ledger.Cli.Verbs;

internal static class UserVerbs
{
    public static Command Create() => new("user", "Manages the local accounts")
    {
        Add(), List(), Disable(), Enable(), SetRoles(), SetDesks(), Reset(),
    };

    private static Command Add()
    {
        var name = Name();
        var display = Symbols.Optional("--name", "The name that is shown; else the same", "NAME");
        var (roles, desks) = (Roles(), Desks());
        var fromInput = new Option<bool>("--password-stdin")
        {
            Description = "Reads the password from the first line of the standard input; else it is asked for",
        };
        var command = new Command("add", "Adds an account") { name, display, roles, desks, fromInput };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var password = parsed.GetValue(fromInput) ? SecretInput.FromStandardInput() : SecretInput.Ask("password");
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var by = await session.RequireOriginAsync(Permission.ManagePeople, cancellationToken);
            var account = parsed.GetRequiredValue(name);
            var wanted = new NewAccount(account, parsed.GetValue(display) ?? account, Chosen(parsed, roles))
            {
                Desks = parsed.GetValue(desks) ?? [],
            };
            var added = await session.Get<AccountStore>().AddAsync(wanted, password, by, cancellationToken);
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

    private static Command Disable() => Change(
        new("disable", "Ends an account, its sessions and its tokens"),
        (accounts, name, _, by, cancellationToken) => accounts.DisableAsync(name, by, cancellationToken));

    private static Command Enable() => Change(
        new("enable", "Opens an account that was disabled; its tokens stay ended"),
        (accounts, name, _, by, cancellationToken) => accounts.EnableAsync(name, by, cancellationToken));

    private static Command SetRoles()
    {
        var roles = Roles();
        return Change(
            new("roles", "Gives an account these roles, and no others") { roles },
            (accounts, name, parsed, by, cancellationToken) =>
                accounts.SetRolesAsync(name, Chosen(parsed, roles), by, cancellationToken));
    }

    private static Command SetDesks()
    {
        var desks = Desks();
        return Change(
            new("desks", "Limits an account to these desks; to none in particular when no --desk is given") { desks },
            (accounts, name, parsed, by, cancellationToken) =>
                accounts.SetDesksAsync(name, parsed.GetValue(desks) ?? [], by, cancellationToken));
    }

    private static Command Reset()
    {
        var name = Name();
        var site = new Option<string>("--site")
        {
            Description = "The address of the site, as people reach it",
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:5080",
        };
        var command = new Command("reset", "Prints a link that sets another password, once and within a day")
        {
            name, site,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var by = await session.RequireOriginAsync(Permission.ManagePeople, cancellationToken);
            var text = await session.Get<OneTimeLinks>().CreateAsync(
                parsed.GetRequiredValue(name), by, cancellationToken);
            var link = $"{parsed.GetRequiredValue(site).TrimEnd('/')}{OneTimeLinks.Path}{text}";
            if (session.AsJson)
                await Output.JsonAsync(new { Link = link }, cancellationToken);
            else
                await Output.LineAsync(link, cancellationToken);

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Change(
        Command command, Func<AccountStore, string, ParseResult, Origin, CancellationToken, Task> change)
    {
        var name = Name();
        command.Arguments.Add(name);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var by = await session.RequireOriginAsync(Permission.ManagePeople, cancellationToken);
            var (accounts, account) = (session.Get<AccountStore>(), parsed.GetRequiredValue(name));
            await change(accounts, account, parsed, by, cancellationToken);
            await PrintAsync(session, (await accounts.FindAsync(account, cancellationToken))!, cancellationToken);
            return ExitCode.Done;
        });
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The name to sign in with" };

    private static Option<string[]> Roles() => new Option<string[]>("--role")
    {
        Description = $"What the account may do: {string.Join(", ", Symbols.ByName<Role>().Keys)}",
        HelpName = "ROLE",
        Required = true,
        Arity = ArgumentArity.OneOrMore,
    }.AcceptOnlyFromAmong([.. Symbols.ByName<Role>().Keys]);

    private static Option<string[]> Desks() => new("--desk")
    {
        Description = "A section that the account is limited to; may be given several times",
        HelpName = "SECTION",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static Role[] Chosen(ParseResult parsed, Option<string[]> roles)
    {
        var known = Symbols.ByName<Role>();
        return [.. parsed.GetRequiredValue(roles).Distinct().Select(role => known[role])];
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
        account.Desks.Count == 0 ? "every desk" : Plain.Line(string.Join(", ", account.Desks)),
        Plain.Line(account.DisplayName),
    ];
}
