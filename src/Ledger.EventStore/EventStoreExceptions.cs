using System.Globalization;

namespace Ledger.EventStore;

/// <summary>A stream is not at the version that a writer expected; nothing was written.</summary>
public sealed class WrongExpectedVersionException(Guid streamId, ExpectedVersion expected, long actual)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"Stream {streamId} is at version {actual}, but the append expects {expected}."))
{
    /// <summary>The stream that was to be appended to.</summary>
    public Guid StreamId { get; } = streamId;

    /// <summary>What the writer believed.</summary>
    public ExpectedVersion Expected { get; } = expected;

    /// <summary>The version the stream has, 0 when it does not exist.</summary>
    public long Actual { get; } = actual;
}

/// <summary>A key belongs to another stream; nothing was written.</summary>
public sealed class KeyTakenException(string key, Guid holder)
    : Exception($"The key '{key}' belongs to stream {holder}.")
{
    /// <summary>The key that was to be taken.</summary>
    public string Key { get; } = key;

    /// <summary>The stream that holds it.</summary>
    public Guid Holder { get; } = holder;
}

/// <summary>The log has the events of this command already; nothing was written.</summary>
public sealed class CommandRepeatedException(CommandReceipt first)
    : Exception($"The command '{first.Command.Id}' has been carried out on stream {first.StreamId}.")
{
    /// <summary>What came of the command the first time, with the fingerprint it had then.</summary>
    public CommandReceipt First { get; } = first;
}

/// <summary>The log holds an event of a type that this version of the program does not know.</summary>
public sealed class UnknownEventTypeException(string type, long position, Guid streamId, long version)
    : Exception(string.Create(CultureInfo.InvariantCulture,
        $"The event at position {position} (stream {streamId}, version {version}) is of the unknown type '{type}'."))
{
    /// <summary>The alias that the catalogue lacks.</summary>
    public string Type { get; } = type;

    /// <summary>Where the event stands in the log.</summary>
    public long Position { get; } = position;
}

/// <summary>The database that holds the log cannot be reached, or went away.</summary>
/// <remarks>
/// After an append, this leaves open whether it was committed: look the stream up again before repeating it.
/// </remarks>
public sealed class EventStoreUnavailableException(string message, Exception? inner) : Exception(message, inner);
