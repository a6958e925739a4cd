namespace Ledger.Text.Substance;

/// <summary>Marks the words that are names, as far as their capitals tell.</summary>
/// <remarks>
/// A capital where a sentence begins says nothing by itself. Such a word is a name when it has a capital within a
/// sentence elsewhere, when another capital follows it, or when somebody of that name speaks.
/// </remarks>
internal sealed class Names
{
    // Equal keys are the same object.
    private readonly HashSet<string> capital = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> small = new(ReferenceEqualityComparer.Instance);
    private readonly bool needsTwo;

    /// <param name="language">The language tag of the texts.</param>
    /// <param name="texts">All that there is to learn from how words are written.</param>
    public Names(string language, IReadOnlyList<ReadText> texts)
    {
        needsTwo = Languages.WritesNounsWithCapitals(language);
        var asked = Asked(texts);
        if (asked.Count == 0)
            return;

        foreach (var text in texts)
        {
            Learn(text.Before, text.TitlesBefore, asked);
            Learn(text.After, text.TitlesAfter, asked);
        }
    }

    public void Mark(List<Token> tokens, TokenRange range, TitleSentences titles)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            if ((tokens[i].Facts & Fact.Date) == 0 && IsName(tokens, i, titles.Contain(tokens[i].Sentence)))
                tokens[i].Facts |= Fact.Name;
        }
    }

    // Of most words of a text nobody will ask whether they are names.
    private static HashSet<string> Asked(IReadOnlyList<ReadText> texts)
    {
        var asked = new HashSet<string>(ReferenceEqualityComparer.Instance);
        foreach (var text in texts)
        {
            foreach (var (tokens, _, range) in text.Ranges)
            {
                for (var i = range.Start; i < range.End; i++)
                {
                    if (tokens[i] is { IsWord: true, IsCapital: true })
                        asked.Add(tokens[i].Key);
                }
            }
        }

        return asked;
    }

    private void Learn(List<Token> tokens, TitleSentences titles, HashSet<string> asked)
    {
        foreach (var token in tokens)
        {
            if (!token.IsWord || !asked.Contains(token.Key))
                continue;

            if (!token.IsCapital)
                small.Add(token.Key);
            else if (!token.StartsSentence && !titles.Contain(token.Sentence))
                capital.Add(token.Key);
        }
    }

    private bool IsName(List<Token> tokens, int i, bool isTitle)
    {
        var token = tokens[i];
        if (!token.IsWord || token.IsNumber || !(token.IsCapital || token.IsAcronym) || CommonWords.Contain(token.Key))
            return false;

        if (token.IsAcronym)
            return !isTitle && !IsShouted(tokens, i) && !(token.StartsSentence && token.Key.Length >= 5);

        if (isTitle)
            return capital.Contains(token.Key) && !small.Contains(token.Key);

        var isBesideCapital = IsCapital(tokens, i + 1) && tokens[i + 1].FollowsDirectly
            || token.FollowsDirectly && IsCapital(tokens, i - 1);
        if (small.Contains(token.Key) && !isBesideCapital || needsTwo && !isBesideCapital)
            return false;

        return !token.StartsSentence || capital.Contains(token.Key) && !small.Contains(token.Key)
            || isBesideCapital && !small.Contains(token.Key)
            || i + 1 < tokens.Count && Speech.IsVerb(tokens[i + 1].Key);
    }

    private static bool IsCapital(List<Token> tokens, int i) => i >= 0 && i < tokens.Count
        && tokens[i] is { IsWord: true, IsCapital: true } && !CommonWords.Contain(tokens[i].Key);

    // A word of capitals among others of capitals is loud, and no acronym.
    private static bool IsShouted(List<Token> tokens, int i) =>
        i > 1 && tokens[i - 1].IsAcronym && tokens[i - 2].IsAcronym
        || i > 0 && i + 1 < tokens.Count && tokens[i - 1].IsAcronym && tokens[i + 1].IsAcronym
        || i + 2 < tokens.Count && tokens[i + 1].IsAcronym && tokens[i + 2].IsAcronym;
}
