using Ledger.Text.Blaming;

namespace Ledger.Domain.Stories;

/// <summary>Which revisions put the words of one part of an article there: the head of it, or a block.</summary>
/// <param name="Revision">The revision that touched the part last; 0 for a part that is not there yet.</param>
/// <param name="Runs">By the name of the text; null where every word is of <paramref name="Revision"/>.</param>
public sealed record PartBlame(int Revision, IReadOnlyDictionary<string, IReadOnlyList<BlameRun>>? Runs)
{
    internal static PartBlame None { get; } = new(0, new Dictionary<string, IReadOnlyList<BlameRun>>());

    /// <summary>A part as it was first published: every word is of revision 1.</summary>
    public static PartBlame First { get; } = new(1, null);

    /// <summary>The runs of one text of the part; none where the part has no such text.</summary>
    public IReadOnlyList<BlameRun> RunsOf(string name, string? text) =>
        Runs is not null ? Runs.GetValueOrDefault(name, [])
        : string.IsNullOrEmpty(text) ? [] : TextBlame.Whole(Revision, text);
}

/// <summary>A text of an article cut into phrases of one origin each.</summary>
/// <param name="Name">As in the JSON form of a story: <c>headline</c>, <c>text</c>, <c>caption</c>.</param>
/// <param name="Phrases">In reading order; joined, they are the text.</param>
public sealed record BlamedText(string Name, IReadOnlyList<BlamedPhrase> Phrases)
{
    /// <summary>The texts above the body.</summary>
    public static IReadOnlyList<BlamedText> Of(Article article, PartBlame part) => Of(ArticleFields.Of(article), part);

    /// <summary>The texts of a block.</summary>
    public static IReadOnlyList<BlamedText> Of(Block block, PartBlame part) =>
        Of(ArticleFields.Of(block, block), part);

    private static List<BlamedText> Of(List<NamedText> texts, PartBlame part) =>
        [.. texts
            .Where(text => TouchedPart.IsBlamed(text) && !string.IsNullOrEmpty(text.Text))
            .Select(text => new BlamedText(text.Name, Cut(text.Text!, part.RunsOf(text.Name, text.Text))))];

    /// <exception cref="InvalidOperationException">The runs are not as long as the text.</exception>
    private static List<BlamedPhrase> Cut(string text, IReadOnlyList<BlameRun> runs)
    {
        if (runs.Sum(run => run.Length) != text.Length)
            throw new InvalidOperationException("A text and what is known of its words are not of one length.");

        var phrases = new List<BlamedPhrase>(runs.Count);
        var start = 0;
        foreach (var run in runs)
        {
            phrases.Add(new(
                text.Substring(start, run.Length), run.Revision, run.Returned == 0 ? null : run.Returned));
            start += run.Length;
        }

        return phrases;
    }
}

/// <summary>Words that stand together and came together.</summary>
/// <param name="Revision">The revision in which they first came into the story.</param>
/// <param name="Returned">The revision that brought them back, where they had gone since.</param>
public sealed record BlamedPhrase(string Text, int Revision, int? Returned);
