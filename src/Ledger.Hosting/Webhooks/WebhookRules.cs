using System.Text.RegularExpressions;
using Ledger.Application;
using Ledger.Domain.Stories;
using Ledger.Followers.Webhooks;

namespace Ledger.Hosting.Webhooks;

/// <summary>A subscription cannot be changed as asked; the message is for the person who asked.</summary>
public sealed class WebhookException(string message) : Exception(message);

/// <summary>A subscription that is to be added.</summary>
/// <param name="Url">As it was typed.</param>
/// <param name="FromStart">Whether it is told of all that is in the log already.</param>
public sealed record NewWebhook(
    string Name, string Url, bool Staff = false, IReadOnlyList<string>? Types = null, bool FromStart = false);

/// <summary>What a subscription must look like.</summary>
internal static partial class WebhookRules
{
    private const int LongestUrl = 2_000;

    [GeneratedRegex(@"\A[a-z0-9._-]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern { get; }

    /// <summary>Where the requests are to go.</summary>
    /// <exception cref="WebhookException">Something is not as it must be.</exception>
    public static Uri Check(NewWebhook wanted, WebhookSettings settings)
    {
        if (!NamePattern.IsMatch(wanted.Name))
            throw new WebhookException("A name is 1 to 64 of the letters a to z, digits, '.', '_' and '-'.");

        foreach (var type in wanted.Types ?? [])
            Check(type, wanted.Staff);

        return Check(wanted.Url, settings);
    }

    private static Uri Check(string text, WebhookSettings settings) =>
        text.Length <= LongestUrl
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps
            || (url.Scheme == Uri.UriSchemeHttp && settings.Trusts(url.DnsSafeHost)))
        && url is { UserInfo.Length: 0, Fragment.Length: 0 }
            ? url
            : throw new WebhookException("An address must be like https://receiver.example/hook, with https.");

    private static void Check(string type, bool staff)
    {
        var known = LedgerEvents.Catalogue.Types.FirstOrDefault(known => known.Alias == type).Type;
        if (known is null)
            throw new WebhookException($"There are no events of the type '{type}'.");

        if (!staff && !known.IsAssignableTo(typeof(StoryEvent)))
            throw new WebhookException($"Events of the type '{type}' are for subscriptions of the staff alone.");
    }
}
