namespace Ledger.Text.Substance;

/// <summary>The tokens of one hunk on one side, without those that only moved.</summary>
internal sealed class Side
{
    private readonly string text;

    public Side(string text, List<Token> tokens, int start, int end, bool[] moved)
    {
        this.text = text;
        var still = new List<Token>(end - start);
        for (var i = start; i < end; i++)
        {
            if (moved[i])
                continue;

            still.Add(tokens[i]);
            Facts |= tokens[i].Facts;
        }

        Tokens = still;
    }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>What any of them is evidence of.</summary>
    public Fact Facts { get; }

    public IEnumerable<Token> Having(Fact fact) => Tokens.Where(token => (token.Facts & fact) != 0);

    /// <summary>The words of some tokens as they are written: the stretch where it is short, else one by one.</summary>
    public string Words(IReadOnlyList<Token> tokens)
    {
        if (tokens.Count == 0)
            return "";

        var (start, end) = (tokens[0].Start, tokens[^1].End);
        var isStretch = end - start <= 2 * tokens.Sum(token => token.End - token.Start + 1);
        return isStretch ? text[start..end] : string.Join(", ", tokens.Select(token => text[token.Start..token.End]));
    }
}
