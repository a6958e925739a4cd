using Ledger.EventStore;

namespace Ledger.Application.Once;

/// <summary>Turns the key of a caller into the name that its command has in the log.</summary>
public static class CommandIds
{
    /// <summary>The longest key, in characters.</summary>
    public const int MostCharacters = 255;

    /// <summary>Whether a key can be taken: 1 to 255 printable characters of ASCII.</summary>
    public static bool IsWellFormed(string key) =>
        key.Length is >= 1 and <= MostCharacters && key.All(c => c is >= ' ' and <= '~');

    /// <summary>The command's name, or null for a request without a key.</summary>
    /// <remarks>Every actor has names of its own: the unit separator occurs in no key.</remarks>
    internal static CommandId? Of(CommandRequest request) => request.IdempotencyKey is { } key
        ? new($"{request.Actor.Id}\u001f{key}", RequestFingerprint.Of(request))
        : null;
}
