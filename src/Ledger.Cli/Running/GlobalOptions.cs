using System.CommandLine;

namespace Ledger.Cli.Running;

/// <summary>The options that every verb has.</summary>
internal static class GlobalOptions
{
    public static readonly Option<string?> Database = new("--database")
    {
        Description = "The connection string of the database; else LEDGER_DATABASE, else an embedded one in .ledger/",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    public static readonly Option<string?> As = new("--as")
    {
        Description = "The account to act for; else the user of this machine, who may do everything",
        HelpName = "NAME",
        Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Answers, and errors, as JSON",
        Recursive = true,
    };
}
