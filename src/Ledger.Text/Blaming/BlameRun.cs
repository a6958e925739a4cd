namespace Ledger.Text.Blaming;

/// <summary>A stretch of a text that one revision put there.</summary>
/// <param name="Length">In UTF-16 code units, at least 1.</param>
/// <param name="Revision">The revision in which the words first came into the story.</param>
/// <param name="Returned">The revision that brought them back, where they had gone since; else 0.</param>
public readonly record struct BlameRun(int Length, int Revision, int Returned = 0)
{
    internal bool HasOrigin => Revision > 0;

    internal bool HasOriginOf(BlameRun other) => Revision == other.Revision && Returned == other.Returned;
}

/// <summary>A text before and after a revision, and where the words of the one before came from.</summary>
/// <param name="Place">Which text it is, such as a block and its caption; the same for the life of the text.</param>
/// <param name="Before">Empty where the text is new.</param>
/// <param name="Runs">Together as long as <paramref name="Before"/>.</param>
/// <param name="After">Empty where the text is gone.</param>
/// <param name="IsProse">False for what is one thing, such as an address: it is kept whole or not at all.</param>
/// <param name="OrderBefore">Orders the texts as they were read before the revision.</param>
public sealed record RevisedText(
    string Place, string Before, IReadOnlyList<BlameRun> Runs, string After, bool IsProse = true, int OrderBefore = 0);
