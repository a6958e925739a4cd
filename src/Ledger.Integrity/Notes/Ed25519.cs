namespace Ledger.Integrity.Notes;

/// <summary>Checks signatures of Ed25519 (RFC 8032); whoever has a library for it implements this.</summary>
public interface IEd25519
{
    /// <summary>Whether a signature of 64 bytes over a message is that of a public key of 32 bytes.</summary>
    bool Verify(ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);
}

/// <summary>A private key of Ed25519, which does not leave its holder.</summary>
public interface IEd25519Key
{
    /// <summary>The public key, 32 bytes.</summary>
    ReadOnlyMemory<byte> PublicKey { get; }

    /// <summary>The signature over a message, 64 bytes.</summary>
    byte[] Sign(ReadOnlySpan<byte> message);
}
