using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Cli.Running;

/// <summary>Where the keys of the log are, and what its origin is, as far as environment variables say.</summary>
internal static class ConfiguredSigning
{
    private const string OriginVariable = "LEDGER_LOG_ORIGIN";

    /// <summary>The folder of the private keys, beside the embedded database.</summary>
    public static string KeyFolder => Path.GetFullPath(Path.Combine(OpenDatabase.Home, "keys"));

    /// <exception cref="UsageException">The origin is none.</exception>
    public static string? Origin()
    {
        var text = Environment.GetEnvironmentVariable(OriginVariable)?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;

        return VerifierKey.IsName(text)
            ? text
            : throw new UsageException($"{OriginVariable} must be like news.example/log, but is '{text}'.");
    }

    public static SigningSettings FromEnvironment() => new(KeyFolder, Origin(), ConfiguredSite.SiteAddress());
}
