using System.Security.Cryptography;
using Ledger.Integrity.Notes;

namespace Ledger.Hosting.Signing;

/// <summary>Ed25519 (RFC 8032) by libcrypto, since .NET has none of its own.</summary>
public sealed class Ed25519 : IEd25519
{
    /// <summary>How many bytes a private key, a seed, has.</summary>
    public const int SeedLength = 32;

    private const int KeyType = 1087;
    private const int PublicKeyLength = 32;
    private const int SignatureLength = 64;
    private const int Done = 1;

    /// <summary>A private key from its seed.</summary>
    /// <exception cref="CryptographicException">The seed has not 32 bytes.</exception>
    public static IEd25519Key Key(ReadOnlySpan<byte> seed) => new PrivateKey(seed);

    /// <summary>A verifier of the signatures of a vkey, of either type.</summary>
    /// <exception cref="FormatException">The vkey cannot be read.</exception>
    public static INoteVerifier Verifier(string vkey) => new NoteVerifier(VerifierKey.Parse(vkey), new Ed25519());

    public bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (publicKey.Length != PublicKeyLength || signature.Length != SignatureLength)
            return false;

        using var key = LibCrypto.PublicKey(KeyType, 0, publicKey, (nuint)publicKey.Length);
        using var context = LibCrypto.NewContext();
        return !key.IsInvalid
            && LibCrypto.BeginVerifying(context, 0, 0, 0, key) == Done
            && LibCrypto.Verify(context, signature, (nuint)signature.Length, message, (nuint)message.Length) == Done;
    }

    // What is not a key of its own kind, or does not fit in memory, is no matter of course, and the same for all.
    private static void Require(bool isDone, string what)
    {
        if (!isDone)
            throw new CryptographicException($"libcrypto could not {what}.");
    }

    /// <remarks>It stays in libcrypto's memory until the process ends, as the log is signed until then.</remarks>
    private sealed class PrivateKey : IEd25519Key
    {
        private readonly LibCrypto.KeyHandle key;

        public PrivateKey(ReadOnlySpan<byte> seed)
        {
            Require(seed.Length == SeedLength, $"use a seed of {seed.Length} bytes");
            key = LibCrypto.PrivateKey(KeyType, 0, seed, (nuint)seed.Length);
            Require(!key.IsInvalid, "read the private key");
            var bytes = new byte[PublicKeyLength];
            var length = (nuint)bytes.Length;
            Require(LibCrypto.PublicKeyOf(key, bytes, ref length) == Done, "give the public key");
            PublicKey = bytes;
        }

        public ReadOnlyMemory<byte> PublicKey { get; }

        public byte[] Sign(ReadOnlySpan<byte> message)
        {
            using var context = LibCrypto.NewContext();
            Require(LibCrypto.BeginSigning(context, 0, 0, 0, key) == Done, "begin to sign");
            var signature = new byte[SignatureLength];
            var length = (nuint)signature.Length;
            Require(LibCrypto.Sign(context, signature, ref length, message, (nuint)message.Length) == Done, "sign");
            return signature;
        }
    }
}
