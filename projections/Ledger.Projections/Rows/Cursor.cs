using System.Globalization;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Rows;

/// <summary>Where the last page of a list ended: the time that orders the list, and what parts equal times.</summary>
/// <remarks>A page that begins after a row, and not at a number, stays right while rows are added.</remarks>
internal sealed record Cursor(DateTimeOffset Time, string Key)
{
    /// <summary>The row as text that can stand in an address.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Time.UtcTicks / TimeSpan.TicksPerMicrosecond}-{Key}");

    /// <exception cref="ArgumentException">The text is not a cursor.</exception>
    public static Cursor? Parse(string? text)
    {
        if (text is null)
            return null;

        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var micros)
            && micros <= DateTimeOffset.MaxValue.UtcTicks / TimeSpan.TicksPerMicrosecond
            ? new(new(micros * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero), text[(dash + 1)..])
            : throw Malformed(text);
    }

    public static ArgumentException Malformed(string cursor) =>
        new($"'{cursor}' is not a cursor that a page of this list has given.", nameof(cursor));
}

internal static class Pages
{
    /// <summary>The page of a list that was read one row further than asked, to see whether there are more.</summary>
    public static Page<T> ToPage<T>(this List<T> rows, int limit, Func<T, Cursor> cursor) => rows.Count <= limit
        ? new(rows, null)
        : new(rows[..limit], cursor(rows[limit - 1]).ToString());
}
