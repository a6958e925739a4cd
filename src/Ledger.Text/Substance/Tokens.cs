using System.Globalization;
using System.Text;

namespace Ledger.Text.Substance;

/// <summary>Cuts a text into tokens.</summary>
internal sealed class Tokens
{
    private readonly string text;
    private readonly KeyPool keys;
    private readonly List<Token> found;
    private bool startsSentence = true;
    private bool isDirect;
    private int sentence;
    private int at;

    private Tokens(string text, KeyPool keys)
    {
        this.text = text;
        this.keys = keys;
        found = new(text.Length / 5);
    }

    public static List<Token> Of(string text, KeyPool keys)
    {
        var plain = Plain.Of(text);
        var tokens = new Tokens(plain, keys);
        tokens.Cut();
        MarkQuoted(tokens.found, QuotedSpans.Find(plain));
        return tokens.found;
    }

    private static void MarkQuoted(List<Token> tokens, IReadOnlyList<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            for (var i = FirstFrom(tokens, span.Start); i < tokens.Count && tokens[i].End <= span.End; i++)
                tokens[i].IsQuoted = true;
        }
    }

    private static int FirstFrom(List<Token> tokens, int place)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < place ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Cut()
    {
        while (at < text.Length)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            if (char.IsAsciiLetter(text[at]))
            {
                Word(new(text[at]));
                continue;
            }

            var rune = Scripts.At(text, at);
            if (Rune.IsDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherNumber)
                Number();
            else if (Scripts.IsWord(rune))
                Word(rune);
            else
                Other(rune);
        }
    }

    private void Number()
    {
        var start = at;
        at = NumberText.End(text, start);
        var isNegative = start > 0 && text[start - 1] is '-' or '−'
            && (start == 1 || char.IsWhiteSpace(text[start - 2]) || text[start - 2] is '(' or '+');
        var letters = EndOfLetters(at);
        var suffix = text[at..letters];
        var isOneWord = suffix.Length > 0 && !NumberText.IsSuffix(suffix);
        if (isOneWord)
        {
            at = letters;
            Add(new(FoldedWord.Of(text.AsSpan(start..at), keys), start, at)
            {
                IsWord = true,
                IsAcronym = suffix.Any(char.IsUpper),
            });
            return;
        }

        var isTimeLike = text.AsSpan(start, at - start).Contains(':');
        var key = (isNegative ? "-" : "") + NumberText.Key(text[start..at]);
        var end = suffix is "s" or "st" or "nd" or "rd" or "th" ? letters : at;
        Add(new(keys.Get(suffix == "s" ? key + "s" : key), start, end) { IsNumber = true, IsTimeLike = isTimeLike });
        if (end < letters)
            Add(new(keys.Get(suffix.ToLowerInvariant()), end, end));

        at = letters;
    }

    private void Word(Rune first)
    {
        var start = at;
        at += first.Utf16SequenceLength;
        if (!Scripts.IsUnspaced(first))
        {
            while (at < text.Length && GoesOn(start) is var length and > 0)
                at += length;
        }

        var isAbbreviation = at - start > 1 && text[start + 1] == '.';
        if (isAbbreviation && at < text.Length && text[at] == '.')
            at++;

        var word = text.AsSpan(start..at);
        var key = FoldedWord.Of(word, keys);
        var isNegated = false;
        if (Contractions.MayBe(key))
        {
            (key, isNegated) = Contractions.Split(key);
            key = keys.Get(key);
        }

        Add(new(key, start, at)
        {
            IsWord = true,
            IsCapital = Rune.IsUpper(first),
            IsAcronym = IsOfCapitals(word),
            IsCaseless = !first.IsAscii && Rune.GetUnicodeCategory(first) is UnicodeCategory.OtherLetter,
        });
        if (isNegated)
            Add(new(keys.Get("not"), start, at) { IsWord = true });
    }

    private static bool IsOfCapitals(ReadOnlySpan<char> word)
    {
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c))
                return false;

            if (char.IsUpper(c))
                capitals++;
        }

        return capitals > 1;
    }

    // How much of the text at this place belongs to the word before it.
    private int GoesOn(int start)
    {
        if (char.IsAsciiLetterOrDigit(text[at]))
            return 1;

        var next = Scripts.At(text, at);
        if (Scripts.IsWord(next))
            return Scripts.IsUnspaced(next) ? 0 : next.Utf16SequenceLength;

        if (FoldedWord.IsInvisible(text[at]))
            return 1;

        var last = at - 1;
        while (FoldedWord.IsInvisible(text[last]) && last > start)
            last--;

        var isBetweenLetters = char.IsLetter(text[last]) && at + 1 < text.Length && char.IsLetter(text[at + 1]);
        return text[at] switch
        {
            '\'' or '’' or 'ʼ' => isBetweenLetters ? 1 : 0,
            '.' => isBetweenLetters && (IsInitial() || char.IsLower(text[at + 1])) ? 1 : 0,
            '-' when at + 1 < text.Length && char.IsDigit(text[at + 1]) => IsNamedByNumber(start) ? 1 : 0,
            _ => 0,
        };
    }

    // "COVID-19" is a name; the number in it is no number.
    private bool IsNamedByNumber(int start) =>
        char.IsUpper(text[start]) && at - start < 20 && !Calendar.IsMonthName(text[start..at].ToLowerInvariant());

    // Whether the letter before the point stands alone, as in "U.S." and "a.m.".
    private bool IsInitial() => at < 2 || !char.IsLetter(text[at - 2]);

    private void Other(Rune rune)
    {
        var start = at;
        at += rune.Utf16SequenceLength;
        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.CurrencySymbol || rune.Value is '%' or '‰' or '°')
            Add(new(keys.Get(text.AsSpan(start..at)), start, at));
        else if (rune.Value == '&')
            Add(new(keys.Get("and"), start, at));
        else if (EndsSentence(start))
            EndSentence();
        else if (!Rune.IsWhiteSpace(rune))
            isDirect = false;
    }

    private bool EndsSentence(int place) => text[place] switch
    {
        '!' or '?' or '…' or ':' or ';' or '|' or '。' or '！' or '？' or '"' or '“' or '„' or '«' or '「' or '•'
            or '[' or '(' or '—' => true,
        '‘' or '\'' => place + 1 < text.Length && char.IsUpper(text[place + 1]),
        '\n' => place + 1 == text.Length || text[place + 1] == '\n',
        '.' => found.Count == 0 || !Titles.Precede(found[^1].Key),
        _ => false,
    };

    private void EndSentence()
    {
        (startsSentence, isDirect) = (true, false);
        sentence++;
    }

    private void Add(Token token)
    {
        (token.StartsSentence, token.FollowsDirectly, token.Sentence) = (startsSentence, isDirect, sentence);
        found.Add(token);
        (startsSentence, isDirect) = (false, true);
    }

    private int EndOfLetters(int from)
    {
        while (from < text.Length && Scripts.At(text, from) is var rune && Scripts.IsWord(rune)
            && !Scripts.IsUnspaced(rune))
            from += rune.Utf16SequenceLength;

        return from;
    }
}
