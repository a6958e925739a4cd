using System.Runtime.CompilerServices;

namespace Ledger.Text.Substance;

/// <summary>Some tokens in a row, equal to others of the same keys.</summary>
/// <remarks>A <see cref="KeyPool"/> holds every key once, so that equal keys are the same object.</remarks>
internal readonly struct WordRun : IEquatable<WordRun>
{
    private const int Length = 5;
    private readonly List<Token> tokens;
    private readonly int start;
    private readonly int length;
    private readonly int hash;

    private WordRun(List<Token> tokens, int start, int length)
    {
        (this.tokens, this.start, this.length) = (tokens, start, length);
        var keys = new HashCode();
        for (var i = start; i < start + length; i++)
            keys.Add(RuntimeHelpers.GetHashCode(tokens[i].Key));

        hash = keys.ToHashCode();
    }

    /// <summary>The run at a place within a stretch that ends: five tokens, or a whole text however short.</summary>
    public static WordRun? At(List<Token> tokens, int i, int end) =>
        i + Length <= end ? new(tokens, i, Length)
        : i == 0 && end == tokens.Count ? new(tokens, 0, end)
        : null;

    public bool Equals(WordRun other)
    {
        if (hash != other.hash || length != other.length)
            return false;

        for (var i = 0; i < length; i++)
        {
            if (!ReferenceEquals(tokens[start + i].Key, other.tokens[other.start + i].Key))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is WordRun other && Equals(other);

    public override int GetHashCode() => hash;
}
