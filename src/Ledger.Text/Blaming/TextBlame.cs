namespace Ledger.Text.Blaming;

/// <summary>Who put the words of a story where they are: kept up from revision to revision, word by word.</summary>
/// <remarks>
/// Words that stay keep their origin, wherever their text moves. A text that comes back whole, or a sentence that
/// does, be it elsewhere, has the origin that it had and is marked with the revision that brought it back; one that is
/// moved within a revision has never gone. Of several that go alike in one revision the last one is remembered. All
/// other words that a revision has and the one before had not are its own, and all words of a text that was put in the
/// place of another (<see cref="Kinship"/>). Blanks belong to the word before them.
/// </remarks>
public sealed class TextBlame
{
    private readonly Passages gone;

    private TextBlame(Passages gone) => this.gone = gone;

    /// <summary>Nothing has gone from the story yet.</summary>
    public static TextBlame Begin { get; } = new(Passages.None);

    /// <summary>How many texts and sentences that have gone are remembered.</summary>
    public int Remembered => gone.Count;

    /// <summary>Where the words of a text come from that is new as a whole.</summary>
    public static IReadOnlyList<BlameRun> Whole(int revision, string text) =>
        text.Length == 0 ? [] : [new(text.Length, revision)];

    /// <summary>Where the words of some texts come from after a revision.</summary>
    /// <param name="revision">The number of the revision, 2 or more and above all those before.</param>
    /// <param name="texts">The texts that the revision changed, in reading order; the others stay as they were.</param>
    /// <returns>The runs of each text after, and what is to be kept for the next revision.</returns>
    public (IReadOnlyList<BlameRun>[] Runs, TextBlame Next) Revise(int revision, IReadOnlyList<RevisedText> texts)
    {
        var passages = gone.ToBuilder();
        var carried = texts.Select(text => CarriedText.Of(text)).ToList();
        foreach (var text in carried.OrderBy(text => text.OrderBefore))
            text.Forget(passages, revision);

        IReadOnlyList<BlameRun>[] runs = [.. carried.Select(text => text.Attribute(passages, revision))];
        return (runs, new(passages.ToPassages()));
    }
}
