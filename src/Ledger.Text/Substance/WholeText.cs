namespace Ledger.Text.Substance;

/// <summary>The flags of a text that is one fact as a whole: a headline, or a name.</summary>
internal static class WholeText
{
    public static IEnumerable<TextFlag> FlagsOf(ReadText text, int index)
    {
        var changed = text.Hunks.Select(hunk => HunkFlags.SidesOf(text, hunk));
        var (before, after) = (text.Text.Before, text.Text.After);
        if (text.Text.Role == TextRole.Attribution)
            return changed.Any() ? [Reasons.Flag(FlagKind.Attribution, index, before, after)] : [];

        // A headline says the same where only ordinary words are spelled otherwise, or articles come and go.
        return changed.Any(sides => !IsStyle(sides.Before.Tokens, sides.After.Tokens))
            ? [Reasons.Flag(FlagKind.Headline, index, before, after)]
            : [];
    }

    private static bool IsStyle(IReadOnlyList<Token> before, IReadOnlyList<Token> after) =>
        !before.Concat(after).Any(token => token.Facts != Fact.None)
            && (Spelling.IsSame(before, after) || before.Concat(after).All(token => token.Key is "a" or "an" or "the"));
}
