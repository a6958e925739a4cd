using System.Security.Cryptography;
using Ledger.Integrity.Notes;

namespace Ledger.Followers.Webhooks;

/// <summary>Makes a private key of Ed25519 from its seed of 32 bytes.</summary>
public delegate IEd25519Key Ed25519Keys(ReadOnlySpan<byte> seed);

/// <summary>Seals what must be read again, for keeping it in the database.</summary>
public interface ISecretSeal
{
    byte[] Seal(byte[] secret);

    /// <exception cref="CryptographicException">It was not sealed by us, or our keys are lost.</exception>
    byte[] Open(byte[] sealedSecret);
}

/// <summary>With what the requests to one subscriber are signed.</summary>
public sealed class WebhookSecret
{
    // Standard Webhooks wants 24 to 64 bytes.
    private const int HmacLength = 32;
    private const int SeedLength = 32;

    private readonly byte[] hmac;

    private WebhookSecret(byte[] hmac, IEd25519Key key)
    {
        this.hmac = hmac;
        Key = key;
    }

    /// <summary>The key of the asymmetric signatures.</summary>
    public IEd25519Key Key { get; }

    /// <summary>What the subscriber is given once, as Standard Webhooks has it: <c>whsec_</c> and base64.</summary>
    public string Text => "whsec_" + Convert.ToBase64String(hmac);

    /// <summary>A public key in the form of Standard Webhooks: <c>whpk_</c> and base64.</summary>
    public static string PublicText(ReadOnlySpan<byte> publicKey) => "whpk_" + Convert.ToBase64String(publicKey);

    /// <returns>The bytes of a new secret, which are to be sealed.</returns>
    public static byte[] Create() => RandomNumberGenerator.GetBytes(HmacLength + SeedLength);

    /// <exception cref="ArgumentException">The bytes are none of <see cref="Create"/>.</exception>
    public static WebhookSecret Of(byte[] bytes, Ed25519Keys keys) => bytes.Length == HmacLength + SeedLength
        ? new(bytes[..HmacLength], keys(bytes.AsSpan(HmacLength)))
        : throw new ArgumentException($"A secret has {HmacLength + SeedLength} bytes, and not {bytes.Length}.");

    /// <summary>The HMAC-SHA256 of what is to be signed.</summary>
    public byte[] Mac(ReadOnlySpan<byte> content) => HMACSHA256.HashData(hmac, content);
}
