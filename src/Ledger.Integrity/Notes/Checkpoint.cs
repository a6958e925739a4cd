using System.Globalization;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Notes;

/// <summary>What a log says of itself: how many leaves it has, and their root (C2SP tlog-checkpoint).</summary>
/// <param name="Origin">Which log, for all its life.</param>
/// <param name="Size">How many leaves.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Extensions">Further lines, which Ledger never writes.</param>
public sealed record Checkpoint(string Origin, long Size, TreeHash Root, IReadOnlyList<string> Extensions)
{
    public Checkpoint(string origin, long size, TreeHash root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>Reads the text of a note.</summary>
    /// <exception cref="FormatException">It is no checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines is not [{ Length: > 0 } origin, var size, var root, .. var more, ""]
            || WholeNumber.TryParse(size) is not { } leaves
            || !TreeHash.TryParse(root, out var hash)
            || more.Any(line => line.Length == 0))
            throw new FormatException("The text is no checkpoint: an origin, a size and a root, each on its own line.");

        return new(origin, leaves, hash, more);
    }

    /// <summary>The text of the note, with the newline at its end.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n")
        + string.Concat(Extensions.Select(line => line + "\n"));

    public bool Equals(Checkpoint? other) => other is not null && ToText() == other.ToText();

    public override int GetHashCode() => HashCode.Combine(Origin, Size, Root);

    public override string ToString() => ToText();
}
