using System.Globalization;
using System.Net;
using Ledger.Hosting.Accounts;
using Ledger.Web;

namespace Ledger.Cli.Running;

/// <summary>How the site behaves, as far as environment variables say.</summary>
internal static class ConfiguredSite
{
    // The database removes nothing of the audit that is younger.
    private const int FewestAuditDays = 30;

    public static WebSettings FromEnvironment() => new()
    {
        Limits = ConfiguredLimits.FromEnvironment(),
        SignIns = SignIns(),
        TrustedProxies = [.. Words("LEDGER_TRUSTED_PROXIES").Select(Address)],
    };

    private static SignInPolicy SignIns()
    {
        var standard = new SignInPolicy();
        return standard with
        {
            LongestIdle = Number("LEDGER_SESSION_IDLE_MINUTES", 1) is { } minutes
                ? TimeSpan.FromMinutes(minutes)
                : standard.LongestIdle,
            LongestSession = Number("LEDGER_SESSION_HOURS", 1) is { } hours
                ? TimeSpan.FromHours(hours)
                : standard.LongestSession,
            AuditKept = Number("LEDGER_SIGN_IN_DAYS", FewestAuditDays) is { } days
                ? TimeSpan.FromDays(days)
                : standard.AuditKept,
        };
    }

    private static int? Number(string variable, int least)
    {
        const int Most = 100_000;
        if (Environment.GetEnvironmentVariable(variable) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= Most
            ? number
            : throw new UsageException($"{variable} must be a whole number from {least} to {Most}, but is '{text}'.");
    }

    private static string[] Words(string variable) => (Environment.GetEnvironmentVariable(variable) ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new UsageException($"LEDGER_TRUSTED_PROXIES has '{text}', which is no address of the network.");
}
