using DiffPlex;

namespace Ledger.Text;

public enum DiffKind { Same, Removed, Added }

/// <summary>A run of text that is in both sides or in one.</summary>
public readonly record struct DiffRun(DiffKind Kind, string Text);

/// <summary>The difference of two texts, word by word.</summary>
/// <remarks>In scripts that are written without spaces it goes character by character.</remarks>
public static class WordDiff
{
    // The time of a comparison grows with the product of both lengths where nothing is alike. Beyond these bounds it
    // is sentences that are compared, and beyond those nothing.
    private const long MostWords = 2_000 * 2_000;
    private const long MostSentences = 5_000 * 5_000;

    /// <summary>
    /// The runs in reading order, what went before what came. Those that are not added, joined, give
    /// <paramref name="before"/> exactly; those that are not removed give <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<DiffRun> Compare(string before, string after)
    {
        var runs = new RunBuilder();
        var ends = SharedEnds.Of(before, after);
        runs.Same(ends.Start);
        CompareWords(ends.Before, ends.After, runs, CompareSentences);
        runs.Same(ends.End);
        return runs.Finish();
    }

    /// <summary>The runs as they are found without looking at both ends first, for tests to compare.</summary>
    internal static IReadOnlyList<DiffRun> CompareWhole(string before, string after)
    {
        var runs = new RunBuilder();
        CompareWords(before, after, runs, CompareSentences);
        return runs.Finish();
    }

    private static void CompareWords(
        string before, string after, RunBuilder runs, Action<string, string, RunBuilder> whenTooLong)
    {
        var middle = new Middle(Words.Split(before), Words.Split(after));
        runs.Same(middle.Start);
        if (middle.Size > MostWords)
            whenTooLong(middle.Before, middle.After, runs);
        else
            ComparePieces(middle, runs, Changed);

        runs.Same(middle.End);
    }

    private static void CompareSentences(string before, string after, RunBuilder runs)
    {
        var middle = new Middle(Words.SplitSentences(before), Words.SplitSentences(after));
        runs.Same(middle.Start);
        if (middle.Size > MostSentences)
            Changed(middle.Before, middle.After, runs);
        else
            ComparePieces(middle, runs, (from, to, _) => CompareWords(from, to, runs, Changed));

        runs.Same(middle.End);
    }

    private static void ComparePieces(Middle middle, RunBuilder runs, Action<string, string, RunBuilder> whenChanged)
    {
        var (old, @new) = (middle.BeforePieces, middle.AfterPieces);
        var next = 0;
        foreach (var block in Differences(old, @new))
        {
            runs.Same(string.Concat(old[next..block.DeleteStartA]));
            whenChanged(
                string.Concat(old.Skip(block.DeleteStartA).Take(block.DeleteCountA)),
                string.Concat(@new.Skip(block.InsertStartB).Take(block.InsertCountB)),
                runs);
            next = block.DeleteStartA + block.DeleteCountA;
        }

        runs.Same(string.Concat(old[next..]));
    }

    // DiffPlex cuts the two texts itself, so it is handed names for them and the pieces that are already cut.
    private static IList<DiffPlex.Model.DiffBlock> Differences(string[] before, string[] after) => new Differ()
        .CreateCustomDiffs("before", "after", ignoreWhiteSpace: false, side => side == "before" ? before : after)
        .DiffBlocks;

    private static void Changed(string before, string after, RunBuilder runs)
    {
        runs.Removed(before);
        runs.Added(after);
    }

    /// <summary>Two lists of pieces without what they have in common at both ends.</summary>
    private sealed class Middle
    {
        public Middle(List<string> before, List<string> after)
        {
            var most = Math.Min(before.Count, after.Count);
            var start = 0;
            while (start < most && before[start] == after[start])
                start++;

            var end = 0;
            while (end < most - start && before[^(end + 1)] == after[^(end + 1)])
                end++;

            Start = string.Concat(before.Take(start));
            End = string.Concat(before.TakeLast(end));
            BeforePieces = [.. before[start..^end]];
            AfterPieces = [.. after[start..^end]];
        }

        public string Start { get; }
        public string End { get; }
        public string[] BeforePieces { get; }
        public string[] AfterPieces { get; }
        public string Before => string.Concat(BeforePieces);
        public string After => string.Concat(AfterPieces);
        public long Size => (long)BeforePieces.Length * AfterPieces.Length;
    }
}
