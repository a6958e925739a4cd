using System.Globalization;

namespace Ledger.Text;

/// <summary>Cuts a text into what a reader takes for one thing: a word, a number, a blank, a character.</summary>
internal static class Words
{
    /// <summary>The pieces in order; joined, they are the text.</summary>
    public static List<string> Split(string text)
    {
        var pieces = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfPiece(text, start);
            pieces.Add(text[start..end]);
            start = end;
        }

        return pieces;
    }

    /// <summary>The text cut behind the end of each sentence and line; joined, the parts are the text.</summary>
    public static List<string> SplitSentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '\n' or '。' or '！' or '？'
                || text[i] == ' ' && i > start && text[i - 1] is '.' or '!' or '?' or '”' or '"';
            if (ends)
            {
                sentences.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        if (start < text.Length)
            sentences.Add(text[start..]);

        return sentences;
    }

    /// <summary>Where the piece ends that starts at a place: the index behind its last character.</summary>
    public static int EndOfPiece(string text, int start)
    {
        var first = Scripts.At(text, start);
        if (IsBlank(text[start]))
            return EndOfBlanks(text, start);

        if (!Scripts.IsWord(first) || Scripts.IsUnspaced(first))
            return start + LengthOfElement(text, start);

        var end = start + first.Utf16SequenceLength;
        while (end < text.Length && GoesOn(text, end) is var length and > 0)
            end += length;

        return end;
    }

    // What a reader takes for one character; beside another of ASCII, one of ASCII always stands alone.
    private static int LengthOfElement(string text, int start) =>
        char.IsAscii(text[start]) && text[start] != '\r' && (start + 1 == text.Length || char.IsAscii(text[start + 1]))
            ? 1
            : StringInfo.GetNextTextElementLength(text.AsSpan(start));

    // How much of the text at this place belongs to the word or number before it.
    private static int GoesOn(string text, int at)
    {
        var next = Scripts.At(text, at);
        if (Scripts.IsWord(next))
            return Scripts.IsUnspaced(next) ? 0 : next.Utf16SequenceLength;

        var joins = text[at] switch
        {
            '\'' or '’' => char.IsLetter(text[at - 1]) && at + 1 < text.Length && char.IsLetter(text[at + 1]),
            '.' or ',' => char.IsDigit(text[at - 1]) && at + 1 < text.Length && char.IsDigit(text[at + 1]),
            _ => false,
        };
        return joins ? 1 : 0;
    }

    private static int EndOfBlanks(string text, int at)
    {
        while (at < text.Length && IsBlank(text[at]))
            at++;

        return at;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) && c is not ('\n' or '\r');
}
