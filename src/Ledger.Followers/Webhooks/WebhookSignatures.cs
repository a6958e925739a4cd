using System.Globalization;
using System.Text;

namespace Ledger.Followers.Webhooks;

/// <summary>The headers of Standard Webhooks 1.0.0, by which a receiver knows who sent a request, and when.</summary>
/// <remarks>
/// Each secret makes two signatures, <c>v1</c> by HMAC-SHA256 and <c>v1a</c> by Ed25519, and the receiver checks the
/// one that it likes; while secrets are rotated there are those of the old one, too.
/// </remarks>
public static class WebhookSignatures
{
    /// <summary>The same for every attempt at one event: by it a receiver knows what it has already.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>When the attempt was made, in seconds since 1970.</summary>
    public const string TimeHeader = "webhook-timestamp";

    public const string SignatureHeader = "webhook-signature";

    /// <summary>The value of the header of signatures.</summary>
    public static string Sign(
        string id, string timestamp, ReadOnlySpan<byte> body, IEnumerable<WebhookSecret> secrets)
    {
        var content = Content(id, timestamp, body);
        return string.Join(' ', secrets.SelectMany(secret => new[]
        {
            "v1," + Convert.ToBase64String(secret.Mac(content)),
            "v1a," + Convert.ToBase64String(secret.Key.Sign(content)),
        }));
    }

    public static string Timestamp(DateTimeOffset at) =>
        at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal static byte[] Content(string id, string timestamp, ReadOnlySpan<byte> body) =>
        [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
}
