namespace Ledger.Formats;

/// <summary>A file is not what it should be; the message says in one sentence what is wrong, and where.</summary>
public sealed class InputFormatException : Exception
{
    /// <param name="problem">What is wrong: a sentence without its full stop.</param>
    /// <param name="line">1 for the first, or null where the place is not known.</param>
    /// <param name="column">1 for the first, counted in bytes.</param>
    public InputFormatException(string problem, long? line = null, long? column = null)
        : base(Sentence(problem, line, column)) => (Line, Column) = (line, column);

    /// <summary>1 for the first, or null where the place is not known.</summary>
    public long? Line { get; }

    /// <summary>1 for the first, counted in bytes, or null where the place is not known.</summary>
    public long? Column { get; }

    private static string Sentence(string problem, long? line, long? column) => (line, column) switch
    {
        (null, _) => $"{problem}.",
        (_, null) => FormattableString.Invariant($"{problem}, in line {line}."),
        _ => FormattableString.Invariant($"{problem}, in line {line}, column {column}."),
    };
}
