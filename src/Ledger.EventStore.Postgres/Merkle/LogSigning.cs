using Ledger.Integrity.Notes;

namespace Ledger.EventStore.Postgres.Merkle;

/// <summary>One key of the log: it signs, and knows its own signatures.</summary>
public sealed record LogKey(INoteSigner Signer, INoteVerifier Verifier);

/// <summary>The keys by which a process signs checkpoints.</summary>
public interface ILogKeys
{
    /// <summary>All keys that this process has, which may be none.</summary>
    /// <param name="origin">The origin of the log, which is the name of its keys.</param>
    /// <param name="isNew">Whether nothing was ever signed: then a key is made where there is none.</param>
    IReadOnlyList<LogKey> Open(string origin, bool isNew);
}

/// <summary>The log does not fit what has been signed of it, or cannot be signed; the message says why.</summary>
public sealed class LogIntegrityException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The log cannot be signed here: the keys or the origin are not right. The message says what to do.</summary>
public sealed class LogKeysException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>What the publisher needs to know.</summary>
/// <param name="Keys">Null where this process never signs.</param>
/// <param name="Origin">The origin that the log must have; null takes the one that it has.</param>
/// <param name="FirstOrigin">The origin that a log gets which has none, when <paramref name="Origin"/> is null.</param>
public sealed record LogSigning(ILogKeys? Keys, string? Origin, string FirstOrigin);
