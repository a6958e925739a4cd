namespace Ledger.Text.Substance;

/// <summary>A changed text with its tokens on both sides, and which of them are new, gone, or only elsewhere.</summary>
internal sealed class ReadText
{
    public ReadText(ChangedText text, KeyPool keys)
    {
        Text = text;
        Role = text.Role == TextRole.Prose && IsHeading(text) ? TextRole.Heading : text.Role;
        Before = NumberWords.Join(Tokens.Of(text.Before, keys), keys);
        After = NumberWords.Join(Tokens.Of(text.After, keys), keys);
        TitlesBefore = new(Before, Role);
        TitlesAfter = new(After, Role);
        Hunks = TokenDiff.Compare(Before, After);
        Ranges =
        [
            .. TokenRange.Around(Hunks.Select(hunk => new TokenRange(hunk.BeforeStart, hunk.BeforeEnd)), Before.Count)
                .Select(range => (Before, TitlesBefore, range)),
            .. TokenRange.Around(Hunks.Select(hunk => new TokenRange(hunk.AfterStart, hunk.AfterEnd)), After.Count)
                .Select(range => (After, TitlesAfter, range)),
        ];
        MovedBefore = new bool[Before.Count];
        MovedAfter = new bool[After.Count];
    }

    public ChangedText Text { get; }

    /// <summary>Its role; text that begins with the mark of a heading is one.</summary>
    public TextRole Role { get; }

    public List<Token> Before { get; }
    public List<Token> After { get; }
    public TitleSentences TitlesBefore { get; }
    public TitleSentences TitlesAfter { get; }
    public IReadOnlyList<Hunk> Hunks { get; private set; }

    /// <summary>The tokens that are gone here and stand elsewhere now.</summary>
    public bool[] MovedBefore { get; }

    /// <summary>The tokens that are new here and stood elsewhere before.</summary>
    public bool[] MovedAfter { get; }

    /// <summary>The stretches of both sides in which it matters what a token is evidence of.</summary>
    public IReadOnlyList<(List<Token> Tokens, TitleSentences Titles, TokenRange Range)> Ranges { get; }

    /// <summary>Marks the facts, and joins hunks that are of one date or one name.</summary>
    public void Mark(string language, Names names)
    {
        foreach (var (tokens, titles, range) in Ranges)
            Mark(tokens, range, titles);

        Hunks = Joined();

        void Mark(List<Token> tokens, TokenRange range, TitleSentences titles)
        {
            Calendar.Mark(tokens, range);
            Units.Mark(tokens, range);
            Negations.Mark(tokens, range, language);
            names.Mark(tokens, range, titles);
            for (var i = range.Start; i < range.End; i++)
            {
                if (tokens[i].IsNumber && (tokens[i].Facts & Fact.Date) == 0)
                    tokens[i].Facts |= Fact.Number;
            }
        }
    }

    private static bool IsHeading(ChangedText text) => (text.After is "" ? text.Before : text.After).StartsWith('#');

    private List<Hunk> Joined()
    {
        var joined = new List<Hunk>(Hunks.Count);
        foreach (var hunk in Hunks)
        {
            if (joined.Count > 0 && IsBetween(Fact.Date) | IsBetween(Fact.Name))
                joined[^1] = joined[^1] with { BeforeEnd = hunk.BeforeEnd, AfterEnd = hunk.AfterEnd };
            else
                joined.Add(hunk);

            bool IsBetween(Fact fact) => hunk.BeforeStart - joined[^1].BeforeEnd <= 3
                && AreAll(Before, joined[^1].BeforeStart, hunk.BeforeEnd, fact)
                && AreAll(After, joined[^1].AfterStart, hunk.AfterEnd, fact);
        }

        return joined;
    }

    private static bool AreAll(List<Token> tokens, int start, int end, Fact fact)
    {
        for (var i = start; i < end; i++)
        {
            if ((tokens[i].Facts & fact) == 0)
                return false;
        }

        return true;
    }
}
