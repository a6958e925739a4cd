namespace Ledger.Text.Substance;

/// <summary>The sentences in which nearly every long word has a capital, as titles of some houses have.</summary>
internal sealed class TitleSentences
{
    private const int FewestWords = 6;
    private const int FewestLetters = 4;

    private readonly bool[] titles;

    public TitleSentences(List<Token> tokens, TextRole role)
    {
        titles = new bool[tokens.Count == 0 ? 0 : tokens[^1].Sentence + 1];
        for (var i = 0; i < tokens.Count;)
        {
            var (sentence, all, capitals) = (tokens[i].Sentence, 0, 0);
            for (; i < tokens.Count && tokens[i].Sentence == sentence; i++)
            {
                if (tokens[i] is not { IsWord: true, Key.Length: >= FewestLetters })
                    continue;

                all++;
                capitals += tokens[i].IsCapital ? 1 : 0;
            }

            var isHeading = role is TextRole.Headline or TextRole.Heading && all > 1;
            titles[sentence] = (all >= FewestWords || isHeading) && capitals * 4 >= all * 3;
        }
    }

    public bool Contain(int sentence) => titles[sentence];
}
