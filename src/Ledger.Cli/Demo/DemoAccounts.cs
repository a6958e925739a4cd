using Ledger.Application.People;

namespace Ledger.Cli.Demo;

/// <summary>An account of the sample newsroom. Its password is no secret: it is printed at every start.</summary>
internal sealed record DemoAccount(string Name, string DisplayName, Role Role)
{
    public string Password => $"{Name}-demo-password";
}

internal static class DemoAccounts
{
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("editor", "Ines Halloran", Role.Editor),
        new("standards", "Bo Lindahl", Role.Standards),
        new("auditor", "Amina Rask", Role.Auditor),
        new("admin", "Teodor Vance", Role.Admin),
        new("reader", "Pia Moe", Role.Reader),
    ];
}
