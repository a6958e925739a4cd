using System.Text;
using Ledger.Followers.Webhooks;
using Ledger.Hosting.Signing;

namespace Ledger.Followers.Tests.Webhooks;

public sealed class SignatureTests
{
    // The example of the specification and its libraries.
    private const string Id = "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk";
    private const string Timestamp = "1649367553";
    private static readonly byte[] Body =
        Encoding.UTF8.GetBytes("""{"email":"test@example.com","username":"test_user"}""");

    // A secret of 24 bytes; of ours, which have 32, the first are compared by another way below.
    private const string Secret = "C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    [Fact]
    public void What_is_signed_is_that_of_the_specification()
    {
        var mac = System.Security.Cryptography.HMACSHA256.HashData(
            Convert.FromBase64String(Secret), WebhookSignatures.Content(Id, Timestamp, Body));

        Assert.Equal("tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=", Convert.ToBase64String(mac));
    }

    [Fact]
    public void Each_secret_signs_by_both_ways()
    {
        WebhookSecret[] secrets = [New(), New()];

        var signatures = WebhookSignatures.Sign(Id, Timestamp, Body, secrets).Split(' ');

        Assert.Equal(["v1", "v1a", "v1", "v1a"], signatures.Select(signature => signature.Split(',')[0]));
        var content = WebhookSignatures.Content(Id, Timestamp, Body);
        for (var i = 0; i < secrets.Length; i++)
        {
            var shown = Convert.FromBase64String(secrets[i].Text["whsec_".Length..]);
            Assert.Equal(32, shown.Length);
            Assert.Equal(System.Security.Cryptography.HMACSHA256.HashData(shown, content), Bytes(signatures[2 * i]));
            Assert.True(IsSignedBy(secrets[i], signatures[2 * i + 1]));
            Assert.False(IsSignedBy(secrets[1 - i], signatures[2 * i + 1]));
        }
    }

    private static WebhookSecret New() => WebhookSecret.Of(WebhookSecret.Create(), Ed25519.Key);

    private static bool IsSignedBy(WebhookSecret secret, string signature) => new Ed25519().Verify(
        secret.Key.PublicKey.Span, WebhookSignatures.Content(Id, Timestamp, Body), Bytes(signature));

    private static byte[] Bytes(string signature) => Convert.FromBase64String(signature.Split(',')[1]);
}
