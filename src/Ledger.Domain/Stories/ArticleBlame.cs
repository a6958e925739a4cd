using Ledger.Text.Blaming;

namespace Ledger.Domain.Stories;

/// <summary>Which revision put each word of an article there; kept up from revision to revision.</summary>
/// <remarks>A revision costs the comparing of what it touched, and of the order of blocks where that is new.</remarks>
public sealed class ArticleBlame
{
    private readonly Article article;
    private readonly TextBlame texts;

    private ArticleBlame(Article article, TextBlame texts, PartBlame head, PartBlame[] blocks) =>
        (this.article, this.texts, Head, Blocks) = (article, texts, head, blocks);

    /// <summary>The texts above the body.</summary>
    public PartBlame Head { get; }

    /// <summary>The blocks in the order of the article.</summary>
    public IReadOnlyList<PartBlame> Blocks { get; }

    /// <summary>How many texts and sentences that have gone it remembers.</summary>
    public int Remembered => texts.Remembered;

    /// <summary>The first revision, of which every word is its own.</summary>
    public static ArticleBlame Begin(Article article)
    {
        var blocks = new PartBlame[article.Blocks.Count];
        Array.Fill(blocks, PartBlame.First);
        return new(article, TextBlame.Begin, PartBlame.First, blocks);
    }

    /// <summary>The next revision of the article.</summary>
    /// <param name="next">The article as it is then.</param>
    /// <param name="revision">Its number, above that of every revision before.</param>
    public ArticleBlame Then(Article next, int revision)
    {
        if (ReferenceEquals(article, next))
            return this;

        var places = PlacesBefore(next.Blocks);
        var parts = new List<TouchedPart>();
        if (TouchedPart.Of(article, next, Head) is { } head)
            parts.Add(head);

        var blocks = new PartBlame[next.Blocks.Count];
        for (var i = 0; i < blocks.Length; i++)
        {
            var (old, part) = places[i] is { } place ? (article.Blocks[place], Blocks[place]) : (null, PartBlame.None);
            blocks[i] = part;
            if (!next.Blocks[i].Equals(old) && TouchedPart.Of(old, next.Blocks[i], part, places[i], i) is { } touched)
                parts.Add(touched);
        }

        parts.AddRange(Gone(places).OfType<TouchedPart>());
        var (runs, following) = texts.Revise(revision, [.. parts.SelectMany(part => part.Texts)]);
        var (headAfter, taken) = (Head, 0);
        foreach (var part in parts)
        {
            var after = part.After(revision, runs.AsSpan(taken, part.Texts.Count));
            taken += part.Texts.Count;
            if (part.Block is { } block)
                blocks[block] = after;
            else if (part.IsHead)
                headAfter = after;
        }

        return new(next, following, headAfter, blocks);
    }

    /// <summary>For each new block the place that it had before, or null where it is new.</summary>
    private int?[] PlacesBefore(IReadOnlyList<Block> next)
    {
        var (before, places) = (article.Blocks, new int?[next.Count]);
        var start = 0;
        while (start < before.Count && start < next.Count && before[start].Id == next[start].Id)
            places[start] = start++;

        if (start == next.Count)
            return places;

        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = start; i < before.Count; i++)
            known.Add(before[i].Id, i);

        for (var i = start; i < next.Count; i++)
            places[i] = known.TryGetValue(next[i].Id, out var place) ? place : null;

        return places;
    }

    private IEnumerable<TouchedPart?> Gone(int?[] places)
    {
        var stays = new bool[article.Blocks.Count];
        foreach (var place in places.OfType<int>())
            stays[place] = true;

        return Enumerable.Range(0, stays.Length)
            .Where(i => !stays[i])
            .Select(i => TouchedPart.Of(article.Blocks[i], null, Blocks[i], i, null));
    }
}
