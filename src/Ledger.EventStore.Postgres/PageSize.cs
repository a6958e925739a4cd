namespace Ledger.EventStore.Postgres;

/// <summary>
/// How many rows to ask for next, so that a page is neither tiny nor huge, whatever the size of its rows.
/// </summary>
internal sealed class PageSize(int? limit)
{
    private const int FirstRows = 256;
    private const int MostRows = 2048;
    private const long MostBytes = 4 << 20;

    private int wanted = FirstRows;
    private long left = limit ?? long.MaxValue;
    private long bytes;

    /// <summary>The rows to ask for.</summary>
    public long Rows => Math.Min(wanted, left);

    /// <summary>Whether the page holds as many bytes as a page should; its other rows are asked for again.</summary>
    public bool IsFull => bytes >= MostBytes;

    /// <summary>Whether nothing follows the page that was read.</summary>
    public bool WasLast { get; private set; }

    public void Begin() => bytes = 0;

    public void Add(int size) => bytes += size;

    public void End(int rows)
    {
        WasLast = rows == left || (rows < Rows && !IsFull);
        left -= rows;
        wanted = IsFull ? Math.Max(1, rows) : Math.Min(wanted * 2, MostRows);
    }
}
