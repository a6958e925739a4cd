namespace Ledger.Text.Substance;

/// <summary>The stretches of a text that stand between quotation marks.</summary>
/// <remarks>A mark that has no partner in its paragraph opens nothing.</remarks>
internal static class QuotedSpans
{
    public static IReadOnlyList<TextSpan> Find(string text)
    {
        var spans = new List<TextSpan>();
        var (doubles, singles, angles, corners) = (-1, -1, -1, -1);
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\n' when i + 1 < text.Length && text[i + 1] == '\n':
                    (doubles, singles, angles, corners) = (-1, -1, -1, -1);
                    break;
                case '"' or '“' or '”' or '„' or '‟' or '＂' or '″':
                    doubles = Toggle(doubles, i);
                    break;
                case '«' or '»':
                    angles = Toggle(angles, i);
                    break;
                case '「' or '『':
                    corners = i;
                    break;
                case '」' or '』' when corners >= 0:
                    corners = Toggle(corners, i);
                    break;
                case '\'' or '‘' or '’' or '‚' when singles < 0 ? Opens(text, i) : Closes(text, i):
                    singles = Toggle(singles, i);
                    break;
            }
        }

        return spans;

        int Toggle(int opened, int at)
        {
            if (opened < 0)
                return at;

            spans.Add(new(opened, at));
            return -1;
        }
    }

    // An apostrophe stands inside a word, or behind one.
    private static bool Opens(string text, int at) =>
        (at == 0 || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(' or '[' or '"' or '“' or '—' or '–')
        && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    private static bool Closes(string text, int at) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1])
        && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]));
}
