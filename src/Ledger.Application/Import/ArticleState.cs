using Ledger.Domain.Stories;

namespace Ledger.Application.Import;

/// <summary>An imported revision and the published state of the story that its last event led to.</summary>
internal readonly record struct ImportedState(int Imported, int LedgerRevision);

/// <summary>The story of an article as far as the next line of the article needs it.</summary>
internal sealed record ArticleState
{
    public required Guid StoryId { get; init; }
    public StoryState Story { get; init; } = StoryState.Initial;

    /// <summary>The version of the story's stream, 0 before its first event.</summary>
    public long Version { get; init; }

    /// <summary>What earlier runs took in, rising.</summary>
    public IReadOnlyList<ImportedState> Imported { get; init; } = [];

    /// <summary>
    /// The states that editors gave the story after the last imported one. A line whose wishes one of them met has had
    /// its effect, and is not put on top of what editors did since.
    /// </summary>
    public IReadOnlyList<Story> EditedSince { get; init; } = [];

    /// <summary>What the line before said, or null before the first.</summary>
    public SourceFields? Before { get; init; }

    /// <summary>Where the line before is found.</summary>
    public int? RevisionBefore { get; init; }

    /// <summary>
    /// The published state that shows a revision which earlier runs took in; one that added nothing is shown by that
    /// of the revision before it. Null for a revision that is still to be taken in.
    /// </summary>
    public int? FindImported(int revision)
    {
        if (Imported.Count == 0 || revision > Imported[^1].Imported)
            return null;

        var (low, high) = (0, Imported.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Imported[middle].Imported <= revision ? (middle, high) : (low, middle - 1);
        }

        return Imported[low].LedgerRevision;
    }
}
