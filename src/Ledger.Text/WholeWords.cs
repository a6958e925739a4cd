using System.Text;

namespace Ledger.Text;

/// <summary>A stretch of a text: the first character and the one after the last.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;
}

/// <summary>Finds and replaces words in a text as an editor means them, not as bytes happen to fall.</summary>
/// <remarks>
/// "Ada" is not found in "Adamant", nor "5" in "15", "5.5" or "5,000". Scripts that are written without spaces have no
/// such edges. Between the words any blanks stand for any other, a line break among them: lines are broken anywhere.
/// </remarks>
public static class WholeWords
{
    /// <summary>Every place where the words stand, overlapping ones included, in the order of the text.</summary>
    public static IReadOnlyList<TextSpan> Find(string text, string words) =>
        [.. FindAnywhere(text, words).Where(span => !IsJoined(text, span.Start) && !IsJoined(text, span.End))];

    /// <summary>Whether the words stand anywhere in the text, be it as a part of other words.</summary>
    public static bool Occur(string text, string words) => FindAnywhere(text, words).Any();

    /// <summary>The text with other words in each of the places; of two that overlap, the first.</summary>
    /// <remarks>Where words are taken out, the blank that would be left over goes with them.</remarks>
    public static string Replace(string text, IEnumerable<TextSpan> places, string words)
    {
        var result = new StringBuilder(text.Length);
        var copied = 0;
        foreach (var place in places.Where(place => place.Start >= copied))
        {
            result.Append(text, copied, place.Start - copied).Append(words);
            copied = place.End;
            if (words.Length == 0)
                copied += CloseGap(result, text, place.End);
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    private static IEnumerable<TextSpan> FindAnywhere(string text, string words)
    {
        var lead = words[..EndOfWord(words, EndOfBlanks(words, 0))];
        if (string.IsNullOrWhiteSpace(lead))
            yield break;

        for (var start = text.IndexOf(lead, StringComparison.Ordinal);
            start >= 0;
            start = start + 1 < text.Length ? text.IndexOf(lead, start + 1, StringComparison.Ordinal) : -1)
        {
            if (EndOfMatch(text, start + lead.Length, words, lead.Length) is { } end)
                yield return new(start, end);
        }
    }

    private static int? EndOfMatch(string text, int at, string words, int word)
    {
        while (word < words.Length)
        {
            var next = EndOfBlanks(words, word);
            if (next > word && next < words.Length && at < text.Length && char.IsWhiteSpace(text[at]))
                (word, at) = (next, EndOfBlanks(text, at));
            else if (at < text.Length && text[at] == words[word])
                (word, at) = (word + 1, at + 1);
            else
                return null;
        }

        return at;
    }

    private static int EndOfBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;

        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;

        return at;
    }

    // Whether a word or a number goes on over this place.
    private static bool IsJoined(string text, int place)
    {
        var (before, after) = (Scripts.Before(text, place), Scripts.At(text, place));
        if (Scripts.IsWord(before) && Scripts.IsWord(after))
            return Scripts.IsMark(after) || !(Scripts.IsUnspaced(before) || Scripts.IsUnspaced(after));

        return IsDigit(place - 1) && IsPoint(place) && IsDigit(place + 1)
            || IsDigit(place - 2) && IsPoint(place - 1) && IsDigit(place);

        bool IsDigit(int at) => at >= 0 && at < text.Length && char.IsDigit(text[at]);
        bool IsPoint(int at) => at >= 0 && at < text.Length && text[at] is ('.' or ',');
    }

    private static int CloseGap(StringBuilder before, string text, int at)
    {
        var opens = before.Length == 0 || char.IsWhiteSpace(before[^1]);
        if (opens && at < text.Length && text[at] == ' ')
            return 1;

        var closes = at == text.Length || char.IsWhiteSpace(text[at]) || ".,;:!?)”’".Contains(text[at]);
        if (closes && before.Length > 0 && before[^1] == ' ')
            before.Length--;

        return 0;
    }
}
