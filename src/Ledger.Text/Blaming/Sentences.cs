namespace Ledger.Text.Blaming;

internal static class Sentences
{
    /// <summary>The sentences and lines of a text, without the blanks around them.</summary>
    public static IEnumerable<TextSpan> Of(string text)
    {
        var place = 0;
        foreach (var sentence in Words.SplitSentences(text))
        {
            var start = place + (sentence.Length - sentence.TrimStart().Length);
            var end = place + sentence.TrimEnd().Length;
            if (start < end)
                yield return new(start, end);

            place += sentence.Length;
        }
    }
}
