namespace Ledger.Text.Substance;

/// <summary>A changed text with its tokens on both sides, and which of them are new, gone, or only elsewhere.</summary>
internal sealed class ReadText
{
    public ReadText(ChangedText text)
    {
        Text = text;
        Before = NumberWords.Join(Tokens.Of(text.Before));
        After = NumberWords.Join(Tokens.Of(text.After));
        Hunks = TokenDiff.Compare(Before, After);
        MovedBefore = new bool[Before.Count];
        MovedAfter = new bool[After.Count];
    }

    public ChangedText Text { get; }

    /// <summary>Its role; text that begins with the mark of a heading is one.</summary>
    public TextRole Role => Text.Role == TextRole.Prose && (Text.After + Text.Before).StartsWith('#')
        ? TextRole.Heading
        : Text.Role;
    public List<Token> Before { get; }
    public List<Token> After { get; }
    public IReadOnlyList<Hunk> Hunks { get; private set; }

    /// <summary>The tokens that are gone here and stand elsewhere now.</summary>
    public bool[] MovedBefore { get; }

    /// <summary>The tokens that are new here and stood elsewhere before.</summary>
    public bool[] MovedAfter { get; }

    /// <summary>Marks the facts, and joins hunks that are of one date or one name.</summary>
    public void Mark(string language, Names names)
    {
        foreach (var tokens in new[] { Before, After })
        {
            Calendar.Mark(tokens);
            Units.Mark(tokens);
            Negations.Mark(tokens, language);
            names.Mark(tokens, Role);
            foreach (var token in tokens.Where(token => token.IsNumber && (token.Facts & Fact.Date) == 0))
                token.Facts |= Fact.Number;
        }

        Hunks = Joined();
    }

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
                && Before[joined[^1].BeforeStart..hunk.BeforeEnd].TrueForAll(token => (token.Facts & fact) != 0)
                && After[joined[^1].AfterStart..hunk.AfterEnd].TrueForAll(token => (token.Facts & fact) != 0);
        }

        return joined;
    }
}
