using System.Globalization;
using Ledger.Domain.Stories;

namespace Ledger.Cli.Running;

/// <summary>The limits of a story, each of which an environment variable may set.</summary>
internal static class ConfiguredLimits
{
    public static Limits FromEnvironment()
    {
        var standard = new Limits();
        return new()
        {
            Article = Read("LEDGER_LIMIT_ARTICLE", standard.Article),
            Blocks = Read("LEDGER_LIMIT_BLOCKS", standard.Blocks),
            Block = Read("LEDGER_LIMIT_BLOCK", standard.Block),
            Field = Read("LEDGER_LIMIT_FIELD", standard.Field),
            Note = Read("LEDGER_LIMIT_NOTE", standard.Note),
            Credits = Read("LEDGER_LIMIT_CREDITS", standard.Credits),
            Claims = Read("LEDGER_LIMIT_CLAIMS", standard.Claims),
        };
    }

    private static int Read(string variable, int standard)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrWhiteSpace(text))
            return standard;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw new UsageException($"{variable} must be a whole number above 0, but is '{text}'.");
    }
}
