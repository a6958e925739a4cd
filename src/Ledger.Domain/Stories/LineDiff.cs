using Ledger.Text;

namespace Ledger.Domain.Stories;

/// <summary>What became of a line. One that moved stands twice: where it was, and where it is.</summary>
public enum LineChange { Same, Added, Removed, Changed, MovedAway, MovedHere }

/// <summary>One text of an article as a line: a field above the body, or a field of a block.</summary>
/// <param name="Runs">Of a line that moved here the words of both sides, of one that moved away those it had.</param>
public sealed record DiffLine(LineChange Change, string Field, string? BlockId, IReadOnlyList<DiffRun> Runs)
{
    /// <summary>The line as it was; null where it was not there, or stood elsewhere.</summary>
    public string? Before => Change is LineChange.Added or LineChange.MovedHere ? null : Side(DiffKind.Added);

    /// <summary>The line as it is; null where it is not there, or stands elsewhere.</summary>
    public string? After => Change is LineChange.Removed or LineChange.MovedAway ? null : Side(DiffKind.Removed);

    private string Side(DiffKind without) =>
        string.Concat(Runs.Where(run => run.Kind != without).Select(run => run.Text));
}

/// <summary>Two articles compared line by line, in an order from which both can be put together again.</summary>
public static class LineDiff
{
    /// <summary>
    /// The lines in reading order. Those that have a side before, in their order, are all lines of
    /// <paramref name="before"/>; those that have one after are all lines of <paramref name="after"/>.
    /// </summary>
    public static IReadOnlyList<DiffLine> Compare(Article before, Article after) =>
        Of(ArticleDiff.Compare(before, after), before);

    /// <summary>The lines of a comparison that was made already.</summary>
    /// <param name="diff">What became of <paramref name="before"/>.</param>
    /// <param name="before">The article as it was.</param>
    public static IReadOnlyList<DiffLine> Of(ArticleDiff diff, Article before)
    {
        var lines = diff.Fields.SelectMany(field => Lines(LineChange.Changed, field, null)).ToList();
        var kept = diff.Blocks
            .Where(row => row.Change is BlockChange.Same or BlockChange.Changed)
            .Select(row => row.BlockId)
            .ToHashSet();
        var moved = diff.Blocks.Where(row => row.Change == BlockChange.Moved).ToDictionary(row => row.BlockId);
        var removed = diff.Blocks.Where(row => row.Change == BlockChange.Removed).ToDictionary(row => row.BlockId);
        var next = 0;
        AddGone();
        foreach (var row in diff.Blocks.Where(row => row.Change != BlockChange.Removed))
        {
            var change = row.Change switch
            {
                BlockChange.Added => LineChange.Added,
                BlockChange.Moved => LineChange.MovedHere,
                _ => LineChange.Changed,
            };
            lines.AddRange(row.Fields.SelectMany(field => Lines(change, field, row.BlockId)));
            if (kept.Contains(row.BlockId))
            {
                next++;
                AddGone();
            }
        }

        return lines;

        // What stood above the next block that kept its order and is not there any more: taken out, or moved.
        void AddGone()
        {
            for (; next < before.Blocks.Count && !kept.Contains(before.Blocks[next].Id); next++)
            {
                var isGone = removed.TryGetValue(before.Blocks[next].Id, out var gone);
                var row = isGone ? gone! : moved[before.Blocks[next].Id];
                lines.AddRange(row.Fields.SelectMany(field => isGone
                    ? Lines(LineChange.Removed, field, row.BlockId)
                    : MovedAway(field, row.BlockId)));
            }
        }
    }

    private static IEnumerable<DiffLine> Lines(LineChange change, FieldDiff field, string? blockId)
    {
        var (had, has) = (Has(field, DiffKind.Added), Has(field, DiffKind.Removed));
        var what = change switch
        {
            LineChange.MovedHere when !has => null,
            LineChange.MovedHere when !had => LineChange.Added,
            LineChange.Changed when !field.IsChanged => LineChange.Same,
            LineChange.Changed when !had => LineChange.Added,
            LineChange.Changed when !has => LineChange.Removed,
            _ => (LineChange?)change,
        };
        if (what is { } line)
            yield return new(line, field.Name, blockId, field.Runs);
    }

    private static IEnumerable<DiffLine> MovedAway(FieldDiff field, string blockId)
    {
        if (Has(field, DiffKind.Added))
        {
            var change = Has(field, DiffKind.Removed) ? LineChange.MovedAway : LineChange.Removed;
            yield return new(change, field.Name, blockId,
                [.. field.Runs.Where(run => run.Kind != DiffKind.Added)
                    .Select(run => run with { Kind = DiffKind.Removed })]);
        }
    }

    // A field that neither side has is no field of a comparison, so that one side without it means it came or went.
    private static bool Has(FieldDiff field, DiffKind other) => field.Runs.Any(run => run.Kind != other);
}
