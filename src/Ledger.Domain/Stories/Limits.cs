namespace Ledger.Domain.Stories;

/// <summary>How large a story may be. Each is a count of UTF-16 code units unless it says otherwise.</summary>
public sealed record Limits
{
    /// <summary>All text of an article together.</summary>
    public int Article { get; init; } = 5_000_000;

    /// <summary>The number of blocks of an article.</summary>
    public int Blocks { get; init; } = 10_000;

    /// <summary>The text of one block.</summary>
    public int Block { get; init; } = 1_000_000;

    /// <summary>A headline, standfirst, caption, alt text, dateline, section, name or address.</summary>
    public int Field { get; init; } = 10_000;

    /// <summary>A note, notice or reason.</summary>
    public int Note { get; init; } = 10_000;

    /// <summary>The number of credits of an article.</summary>
    public int Credits { get; init; } = 100;

    /// <summary>The number of wrong-to-right pairs in a correction.</summary>
    public int Claims { get; init; } = 50;
}
