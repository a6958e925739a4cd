using System.Text;

namespace Ledger.Text;

/// <summary>Gathers runs in reading order: neighbours of one kind become one, what went before what came.</summary>
internal sealed class RunBuilder
{
    private readonly List<DiffRun> runs = [];
    private readonly StringBuilder same = new();
    private readonly StringBuilder removed = new();
    private readonly StringBuilder added = new();

    public void Same(string text) => same.Append(text);

    public void Removed(string text) => Change(text, removed);

    public void Added(string text) => Change(text, added);

    public IReadOnlyList<DiffRun> Finish()
    {
        FlushChange();
        FlushSame();
        return runs;
    }

    private void Change(string text, StringBuilder side)
    {
        if (text.Length == 0)
            return;

        if (same.Length > 0)
        {
            if (IsLoneBlank())
            {
                // A blank between two changed words reads better as a part of the change.
                removed.Append(same);
                added.Append(same);
                same.Clear();
            }
            else
            {
                FlushChange();
                FlushSame();
            }
        }

        side.Append(text);
    }

    private bool IsLoneBlank() => same is [' '] && removed.Length > 0 && added.Length > 0;

    private void FlushChange()
    {
        Flush(DiffKind.Removed, removed);
        Flush(DiffKind.Added, added);
    }

    private void FlushSame() => Flush(DiffKind.Same, same);

    private void Flush(DiffKind kind, StringBuilder text)
    {
        if (text.Length > 0)
            runs.Add(new(kind, text.ToString()));

        text.Clear();
    }
}
