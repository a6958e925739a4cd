namespace Ledger.Text.Substance;

/// <summary>Tells changes that may alter what an article says from changes of style.</summary>
/// <remarks>
/// Pure: the same texts give the same flags, whatever the machine, the time and the culture. Quotation marks, dashes,
/// blanks, capitals, the spelling of ordinary words, addresses of links and text that only moved are never flagged.
/// Rules are written for English; in other languages numbers, signs, quotations and capitals still speak, and in
/// scripts without capitals every other word may be a name.
/// </remarks>
public static class SubstanceClassifier
{
    /// <summary>The number of these rules: raised whenever the same texts would give other flags.</summary>
    public const int Rules = 1;

    /// <summary>The most flags that a change is given; what is beyond them needs no list.</summary>
    public const int MostFlags = 100;

    /// <param name="texts">Every text that changed, together, so that words that moved are seen to have moved.</param>
    /// <param name="language">The BCP 47 tag of the article.</param>
    /// <returns>In the order of the texts and of the places in them.</returns>
    public static IReadOnlyList<TextFlag> Classify(IReadOnlyList<ChangedText> texts, string language)
    {
        var keys = new KeyPool(texts.Sum(text => text.Before.Length + text.After.Length));
        var read = texts.Select(text => new ReadText(text, keys)).ToList();
        MovedWords.Mark(read);
        var names = new Names(language, read);
        foreach (var text in read)
            text.Mark(language, names);

        return [.. read.SelectMany((text, i) => FlagsOf(text, i)).Take(MostFlags)];
    }

    /// <summary>The flag of a picture that is another one now, by its addresses.</summary>
    public static TextFlag Picture(string before, string after) => Reasons.Flag(FlagKind.Picture, 0, before, after);

    private static IEnumerable<TextFlag> FlagsOf(ReadText text, int index)
    {
        if (text.Text.Role is TextRole.Headline or TextRole.Attribution)
            return WholeText.FlagsOf(text, index);

        return text.Hunks.SelectMany(hunk => HunkFlags.Of(text, hunk, index)).Distinct();
    }
}
