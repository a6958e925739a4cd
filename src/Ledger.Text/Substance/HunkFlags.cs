namespace Ledger.Text.Substance;

/// <summary>The flags of one place where a text changed.</summary>
internal static class HunkFlags
{
    // A passage is as long as a short sentence; in it everything is new, and a negation says nothing by itself.
    private const int FewestOfPassage = 8;

    public static (Side Before, Side After) SidesOf(ReadText text, Hunk hunk) => (
        new(text.Text.Before, text.Before, hunk.BeforeStart, hunk.BeforeEnd, text.MovedBefore),
        new(text.Text.After, text.After, hunk.AfterStart, hunk.AfterEnd, text.MovedAfter));

    public static IEnumerable<TextFlag> Of(ReadText text, Hunk hunk, int index)
    {
        var (before, after) = SidesOf(text, hunk);
        var isPassage = IsPassage(before.Tokens.Count, after.Tokens.Count)
            || IsPassage(after.Tokens.Count, before.Tokens.Count);

        foreach (var flag in Facts(before, after, index, isPassage))
            yield return flag;

        if (IsQuotation(text, before, after))
            yield return Flag(FlagKind.Quotation, before, after, before.Tokens, after.Tokens, index);
        else if (isPassage)
            yield return Flag(FlagKind.Passage, before, after, before.Tokens, after.Tokens, index);
    }

    private static IEnumerable<TextFlag> Facts(Side before, Side after, int index, bool isPassage)
    {
        if (Compare(FlagKind.Number, Fact.Number, token => token.Key) is { } number)
            yield return number;

        if (Compare(FlagKind.Date, Fact.Date, Calendar.KeyOf) is { } date)
            yield return date;

        if (Compare(FlagKind.Unit, Fact.Unit, token => Units.KeyOf(token.Key)) is { } unit)
            yield return unit;

        if (Name(before, after, index) is { } name)
            yield return name;

        if (!isPassage && before.Having(Fact.Negation).Count() != after.Having(Fact.Negation).Count())
            yield return Flag(FlagKind.Negation, before, after, before.Tokens, after.Tokens, index);

        TextFlag? Compare(FlagKind kind, Fact fact, Func<Token, string> key)
        {
            if (((before.Facts | after.Facts) & fact) == 0)
                return null;

            var (gone, come) = Without(before.Having(fact), after.Having(fact), key);
            return gone.Count + come.Count > 0 ? Flag(kind, before, after, gone, come, index) : null;
        }
    }

    private static TextFlag? Name(Side before, Side after, int index)
    {
        // A name that stands on the other side in small letters is the same word.
        var (gone, come) = Without(before.Having(Fact.Name), after.Having(Fact.Name), token => token.Key);
        gone.RemoveAll(token => Stands(after, token));
        come.RemoveAll(token => Stands(before, token));
        if (gone.Count + come.Count > 0)
            return Flag(FlagKind.Name, before, after, gone, come, index);

        var (old, @new) = (Caseless(before), Caseless(after));
        return old.Count > 0 && @new.Count > 0 && !Spelling.IsSame(old, @new)
            ? Flag(FlagKind.Name, before, after, old, @new, index)
            : null;
    }

    private static bool Stands(Side side, Token token) => side.Tokens.Any(other => other.Key == token.Key);

    private static List<Token> Caseless(Side side) =>
        [.. side.Tokens.Where(token => token is { IsCaseless: true, IsWord: true } && token.Facts == Fact.None)];

    // What each side has that the other has not, as often as it has it.
    private static (List<Token> Gone, List<Token> Come) Without(
        IEnumerable<Token> before, IEnumerable<Token> after, Func<Token, string> key)
    {
        var gone = before.ToList();
        var come = new List<Token>();
        foreach (var token in after)
        {
            var i = gone.FindIndex(other => key(other) == key(token));
            if (i < 0)
                come.Add(token);
            else
                gone.RemoveAt(i);
        }

        return (gone, come);
    }

    private static bool IsQuotation(ReadText text, Side before, Side after)
    {
        var isQuote = text.Text.Role == TextRole.Quote;
        var changed = before.Tokens.Concat(after.Tokens).Where(token => isQuote || token.IsQuoted);
        return changed.Any() && !Spelling.IsSame(before.Tokens, after.Tokens);
    }

    private static bool IsPassage(int one, int other) => one - other >= FewestOfPassage && other * 4 <= one;

    private static TextFlag Flag(
        FlagKind kind, Side before, Side after, IReadOnlyList<Token> gone, IReadOnlyList<Token> come, int index) =>
        Reasons.Flag(kind, index, before.Words(gone), after.Words(come));
}
