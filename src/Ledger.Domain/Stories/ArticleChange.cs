namespace Ledger.Domain.Stories;

/// <summary>A single field before and after; null is a field that is not there.</summary>
public sealed record TextChange(string? From, string? To);

/// <summary>What one event alters in an article, and nothing else.</summary>
/// <remarks>
/// A property that is null leaves its part of the article alone, so that an event grows with what changed and
/// not with the length of the article. For any two articles,
/// <c>before.Apply(ArticleChange.Between(before, after))</c> equals <c>after</c>.
/// </remarks>
public sealed record ArticleChange
{
    public TextChange? Headline { get; init; }
    public TextChange? Standfirst { get; init; }
    public TextChange? Section { get; init; }
    public TextChange? Language { get; init; }
    public TextChange? Dateline { get; init; }

    /// <summary>All credits after the change, in order.</summary>
    public IReadOnlyList<Credit>? Credits { get; init; }

    /// <summary>The ids of all blocks after the change, in order; null when ids and order are as before.</summary>
    public IReadOnlyList<string>? Order { get; init; }

    /// <summary>The blocks that are new or say something else than before.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Whether applying this changes nothing.</summary>
    public bool IsEmpty() => this == new ArticleChange();

    /// <summary>The smallest change that makes <paramref name="after"/> of <paramref name="before"/>.</summary>
    public static ArticleChange Between(Article before, Article after)
    {
        var sameOrder = HaveSameOrder(before.Blocks, after.Blocks);
        var changed = sameOrder ? ChangedInPlace(before.Blocks, after.Blocks) : Changed(before.Blocks, after.Blocks);
        return new()
        {
            Headline = Field(before.Headline, after.Headline),
            Standfirst = Field(before.Standfirst, after.Standfirst),
            Section = Field(before.Section, after.Section),
            Language = Field(before.Language, after.Language),
            Dateline = Field(before.Dateline, after.Dateline),
            Credits = before.Credits.SequenceEqual(after.Credits) ? null : after.Credits,
            Order = sameOrder ? null : [.. after.Blocks.Select(block => block.Id)],
            Blocks = changed.Count == 0 ? null : changed,
        };
    }

    /// <summary>The article with this change made.</summary>
    /// <exception cref="InvalidOperationException">The order names a block that neither side has.</exception>
    public Article ApplyTo(Article article) => article with
    {
        Headline = Headline is null ? article.Headline : Headline.To ?? "",
        Standfirst = Standfirst is null ? article.Standfirst : Standfirst.To,
        Section = Section is null ? article.Section : Section.To,
        Language = Language is null ? article.Language : Language.To ?? "",
        Dateline = Dateline is null ? article.Dateline : Dateline.To,
        Credits = Credits ?? article.Credits,
        Blocks = BlocksAfter(article.Blocks),
    };

    private IReadOnlyList<Block> BlocksAfter(IReadOnlyList<Block> before)
    {
        if (Blocks is null && Order is null)
            return before;

        var byId = new Dictionary<string, Block>(StringComparer.Ordinal);
        foreach (var block in Order is null ? [] : before)
            byId.Add(block.Id, block);

        foreach (var block in Blocks ?? [])
            byId[block.Id] = block;

        return Order is null
            ? before.MapOrSame(block => byId.GetValueOrDefault(block.Id, block))
            : [.. Order.Select(id => byId.TryGetValue(id, out var block)
                ? block
                : throw new InvalidOperationException(
                    $"The order of a change names block '{id}', which neither the change nor the article has."))];
    }

    private static bool HaveSameOrder(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        if (before.Count != after.Count)
            return false;

        for (var i = 0; i < before.Count; i++)
        {
            if (before[i].Id != after[i].Id)
                return false;
        }

        return true;
    }

    private static List<Block> ChangedInPlace(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var changed = new List<Block>();
        for (var i = 0; i < before.Count; i++)
        {
            if (!before[i].Equals(after[i]))
                changed.Add(after[i]);
        }

        return changed;
    }

    private static List<Block> Changed(IReadOnlyList<Block> before, IReadOnlyList<Block> after)
    {
        var known = before.ToDictionary(block => block.Id);
        return [.. after.Where(block => !block.Equals(known.GetValueOrDefault(block.Id)))];
    }

    private static TextChange? Field(string? before, string? after) =>
        before == after ? null : new TextChange(before, after);
}
