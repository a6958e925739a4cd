using Ledger.Application;
using Ledger.Application.Streams;
using Ledger.Domain;

namespace Ledger.Cli.Running;

/// <summary>The command is not one that can be run; the message says in one sentence what to write instead.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>A rule said no.</summary>
internal sealed class RefusedException(Refusal refusal) : Exception(refusal.Message)
{
    public Refusal Refusal { get; } = refusal;
}

/// <summary>The reader of the output has gone, as <c>head</c> does when it has enough.</summary>
internal sealed class BrokenPipeException(IOException inner) : Exception(inner.Message, inner);

internal static class Outcomes
{
    /// <exception cref="RefusedException">A rule refused the request.</exception>
    public static Outcome.Done OrThrow(this Outcome outcome) => outcome switch
    {
        Outcome.Done done => done,
        Outcome.Refused refused => throw new RefusedException(refused.Refusal),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is an outcome that nobody knows here."),
    };

    /// <exception cref="RefusedException">A rule refused the request.</exception>
    public static StreamOutcome<TState>.Done OrThrow<TState>(this StreamOutcome<TState> outcome) => outcome switch
    {
        StreamOutcome<TState>.Done done => done,
        StreamOutcome<TState>.Refused refused => throw new RefusedException(refused.Refusal),
        _ => throw new InvalidOperationException($"{outcome.GetType().Name} is an outcome that nobody knows here."),
    };
}
