using Ledger.Domain;

namespace Ledger.Application.Streams;

/// <summary>What a command on a stream came to.</summary>
public abstract record StreamOutcome<TState>
{
    private StreamOutcome() { }

    /// <summary>The stream is now as the command wants it.</summary>
    /// <param name="State">The state after the command.</param>
    /// <param name="Version">The version of the stream.</param>
    /// <param name="Position">The position of the stream's last event in the log.</param>
    /// <param name="Changed">False when it was so already and nothing was added.</param>
    /// <param name="Repeated">
    /// True when the request was carried out before under its key: all else is as it was then.
    /// </param>
    public sealed record Done(
        Guid Id, TState State, long Version, long Position, bool Changed, bool Repeated = false)
        : StreamOutcome<TState>;

    /// <summary>A rule said no, and nothing was written.</summary>
    public sealed record Refused(Refusal Refusal) : StreamOutcome<TState>;
}
