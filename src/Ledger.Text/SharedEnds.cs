namespace Ledger.Text;

/// <summary>What two texts have in common at both ends, cut where a word ends, and what is left between.</summary>
/// <remarks>
/// An edit mostly changes little of a text, and the rest need not be cut into words to be known as the same. A cut is
/// made only before a blank behind a letter, a digit or a sign of ASCII: there one piece ends whatever stands around.
/// </remarks>
internal readonly ref struct SharedEnds
{
    private SharedEnds(string before, string after, int start, int end)
    {
        Start = before[..start];
        Before = before[start..^end];
        After = after[start..^end];
        End = before[^end..];
    }

    public string Start { get; }
    public string Before { get; }
    public string After { get; }
    public string End { get; }

    public static SharedEnds Of(string before, string after)
    {
        var shared = before.AsSpan().CommonPrefixLength(after);

        // What could belong to either end belongs to the start, as it does where whole words are compared.
        var most = Math.Min(before.Length, after.Length) - shared;
        var end = 0;
        var cut = 0;
        while (end < most && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
            if (IsCut(before, before.Length - end) && IsCut(after, after.Length - end))
                cut = end;
        }

        var start = shared - 1;
        while (start > 0 && !IsCut(before, start))
            start--;

        return new(before, after, Math.Max(start, 0), cut);
    }

    private static bool IsCut(string text, int place) =>
        place > 0 && text[place] == ' '
        && (char.IsLetterOrDigit(text[place - 1]) || char.IsAscii(text[place - 1]) && text[place - 1] > ' ');
}
