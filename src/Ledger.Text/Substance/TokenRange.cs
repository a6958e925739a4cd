namespace Ledger.Text.Substance;

/// <summary>A stretch of tokens: the first, and behind the last.</summary>
internal readonly record struct TokenRange(int Start, int End)
{
    // What a token is evidence of is seen from two tokens beside it, and that of those between two hunks counts too.
    private const int Neighbours = 8;

    /// <summary>The stretches with their neighbours, without overlaps.</summary>
    /// <param name="ranges">In the order of the text.</param>
    /// <param name="count">The tokens of the text.</param>
    public static IEnumerable<TokenRange> Around(IEnumerable<TokenRange> ranges, int count)
    {
        TokenRange? last = null;
        foreach (var range in ranges)
        {
            var wide = new TokenRange(Math.Max(0, range.Start - Neighbours), Math.Min(count, range.End + Neighbours));
            if (last is { } before && wide.Start <= before.End)
            {
                last = before with { End = wide.End };
                continue;
            }

            if (last is { } done)
                yield return done;

            last = wide;
        }

        if (last is { } end)
            yield return end;
    }
}
