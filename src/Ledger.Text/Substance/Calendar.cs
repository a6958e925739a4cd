using System.Collections.Frozen;

namespace Ledger.Text.Substance;

/// <summary>Marks what says when: years, days, months, times of day.</summary>
internal static class Calendar
{
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ];

    private static readonly string[] Weekdays =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly FrozenSet<string> Relative =
        FrozenSet.ToFrozenSet(["yesterday", "today", "tomorrow", "tonight"]);
    private static readonly FrozenSet<string> TimesOfDay =
        FrozenSet.ToFrozenSet(["am", "pm", "noon", "midnight", "gmt", "utc", "bst", "est"]);

    private static readonly FrozenSet<string> MonthNames = WithShort(Months);
    private static readonly FrozenSet<string> WeekdayNames = WithShort(Weekdays);

    public static void Mark(List<Token> tokens, TokenRange range)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var token = tokens[i];
            if (IsMonth(tokens, i))
            {
                MarkNumbersBeside(tokens, i);
                token.Facts |= Fact.Date;
            }
            else if (HasNumberAt(tokens, i - 1) && TimesOfDay.Contains(token.Key)
                || token.Key is "noon" or "midnight" || Relative.Contains(token.Key)
                || token.IsCapital && WeekdayNames.Contains(token.Key))
            {
                token.Facts |= Fact.Date;
                if (HasNumberAt(tokens, i - 1) && TimesOfDay.Contains(token.Key))
                    tokens[i - 1].Facts |= Fact.Date;
            }
            else if (token.IsNumber && (IsYear(tokens, i) || IsTime(token)))
                token.Facts |= Fact.Date;
        }
    }

    /// <summary>The key under which short and long names of months and days are the same.</summary>
    public static string KeyOf(Token token) =>
        token.IsWord && !token.IsNumber && token.Key.Length >= 3 ? token.Key[..3] : token.Key;

    public static bool IsMonthName(string key) => MonthNames.Contains(key);

    private static bool IsMonth(List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!token.IsCapital || !MonthNames.Contains(token.Key))
            return false;

        // "May" and "March" are months where a number or "in" is at hand; a short name always needs its number.
        var isPlain = Months.Contains(token.Key) && token.Key is not ("may" or "march");
        return isPlain || HasNumberAt(tokens, i + 1) || HasNumberAt(tokens, i - 1)
            || !token.StartsSentence && i > 0 && tokens[i - 1].Key is "in" or "since" or "until" or "last" or "next";
    }

    // A name is written out, or cut behind its third letter or a later one: "Sept".
    private static FrozenSet<string> WithShort(string[] names) => names
        .SelectMany(name => Enumerable.Range(3, 3).Select(length => name[..Math.Min(length, name.Length)]).Append(name))
        .ToFrozenSet(StringComparer.Ordinal);

    private static void MarkNumbersBeside(List<Token> tokens, int month)
    {
        for (var i = month - 1; i >= 0 && i >= month - 2 && IsDay(tokens[i]); i--)
            tokens[i].Facts |= Fact.Date;

        for (var i = month + 1; i < tokens.Count && i <= month + 2 && (IsDay(tokens[i]) || IsYear(tokens, i)); i++)
            tokens[i].Facts |= Fact.Date;
    }

    private static bool IsDay(Token token) =>
        token is { IsNumber: true, Key.Length: <= 2 } && char.IsDigit(token.Key[0]);

    private static bool IsYear(List<Token> tokens, int i)
    {
        var key = tokens[i].Key;
        var isYear = key.Length is 4 or 5 && key[..4].All(char.IsAsciiDigit) && key[..2] is "15" or "16" or "17" or "18"
            or "19" or "20" && (key.Length == 4 || key[4] == 's');
        return isYear && !(i > 0 && Units.IsCurrencySign(tokens[i - 1].Key)) && !Units.Follows(tokens, i);
    }

    // A number with one point in it could be anything; with a colon it is a time.
    private static bool IsTime(Token token) => token.Key.Count(c => c == '.') == 1 && token.IsTimeLike;

    private static bool HasNumberAt(List<Token> tokens, int i) => i >= 0 && i < tokens.Count && tokens[i].IsNumber;
}
