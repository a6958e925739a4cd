using System.Globalization;
using System.Net;
using Ledger.Application.People;
using Ledger.Cli.Verbs;
using Ledger.Followers.Webhooks;
using Ledger.Hosting.Accounts;
using Ledger.Web;
using Ledger.Web.Language;
using Ledger.Web.Security.Outside;

namespace Ledger.Cli.Running;

/// <summary>How the site behaves, as far as environment variables say.</summary>
internal static class ConfiguredSite
{
    // The database removes nothing of the audit that is younger.
    private const int FewestAuditDays = 30;

    public static WebSettings FromEnvironment() => new()
    {
        Title = Text("LEDGER_TITLE") ?? "Ledger",
        Language = Language(),
        Zone = ConfiguredZone.FromEnvironment(),
        Address = SiteAddress(),
        KeyFolder = ConfiguredSigning.KeyFolder,
        LogOrigin = ConfiguredSigning.Origin(),
        Witnesses = ConfiguredWitnesses.FromEnvironment(),
        Limits = ConfiguredLimits.FromEnvironment(),
        Store = ConfiguredStore.FromEnvironment(),
        SignIns = SignIns(),
        IdentityProvider = IdentityProvider(),
        Webhooks = Webhooks(),
        Wolverine = ConfiguredWolverine.FromEnvironment(),
        TrustedProxies = [.. Words("LEDGER_TRUSTED_PROXIES").Select(Address)],
    };

    /// <exception cref="UsageException">The address is none.</exception>
    public static Uri? SiteAddress()
    {
        const string Variable = "LEDGER_ADDRESS";
        if (Text(Variable) is not { } text)
            return null;

        return Uri.TryCreate(text, UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.PathAndQuery == "/" && address.Fragment.Length == 0 && address.UserInfo.Length == 0
            ? address
            : throw new UsageException($"{Variable} must be like https://news.example, but is '{text}'.");
    }

    /// <summary>How subscribers are told of the log.</summary>
    public static WebhookSettings Webhooks() => new() { TrustedHosts = Words("LEDGER_WEBHOOK_HOSTS") };

    private static string Language() => Text("LEDGER_LANGUAGE") is not { } language ? HouseLanguage.English
        : HouseLanguage.All.Contains(language) ? language
        : throw new UsageException(
            $"LEDGER_LANGUAGE must be one of {string.Join(", ", HouseLanguage.All)}, but is '{language}'.");

    private static IdentityProvider? IdentityProvider()
    {
        if (Text("LEDGER_JWT_ISSUER") is not { } issuer)
            return null;

        var provider = new IdentityProvider
        {
            Issuer = issuer,
            Audience = Text("LEDGER_JWT_AUDIENCE") ?? throw Missing("LEDGER_JWT_AUDIENCE"),
            Keys = Keys(Text("LEDGER_JWT_KEYS") ?? throw Missing("LEDGER_JWT_KEYS")),
        };
        return provider with
        {
            NameClaim = Text("LEDGER_JWT_NAME_CLAIM") ?? provider.NameClaim,
            RolesClaim = Text("LEDGER_JWT_ROLES_CLAIM") ?? provider.RolesClaim,
            DesksClaim = Text("LEDGER_JWT_DESKS_CLAIM") ?? provider.DesksClaim,
            Roles = Text("LEDGER_JWT_ROLES") is null
                ? provider.Roles
                : Words("LEDGER_JWT_ROLES").Select(Pair).ToDictionary(StringComparer.Ordinal),
        };
    }

    // Who can put other keys under way can sign whatever they like.
    private static string Keys(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && !address.IsFile
        && !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? throw new UsageException("LEDGER_JWT_KEYS must be a file or an https address.")
            : text;

    private static KeyValuePair<string, Role> Pair(string text) =>
        text.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } value, var role]
        && Symbols.ByName<Role>().TryGetValue(role, out var known)
            ? new(value, known)
            : throw new UsageException($"LEDGER_JWT_ROLES has '{text}'; it must be like desk-chief=standards.");

    private static UsageException Missing(string variable) =>
        new($"LEDGER_JWT_ISSUER is set, so {variable} must be, too.");

    private static string? Text(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Trim() is { Length: > 0 } text ? text : null;

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
        if (Text(variable) is not { } text)
            return null;

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= Most
            ? number
            : throw new UsageException($"{variable} must be a whole number from {least} to {Most}, but is '{text}'.");
    }

    private static string[] Words(string variable) => (Text(variable) ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static IPAddress Address(string text) => IPAddress.TryParse(text, out var address)
        ? address
        : throw new UsageException($"LEDGER_TRUSTED_PROXIES has '{text}', which is no address of the network.");
}
