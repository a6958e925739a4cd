using Ledger.Domain.Stories;
using Ledger.Web.Rendering;

namespace Ledger.Web.Pages.Desk;

/// <summary>
/// Brings what one editor did together with what another did meanwhile, field by field and block by block.
/// </summary>
/// <remarks>
/// What only one of them touched is as that one wants it. Where both touched the same, mine stays and a
/// <see cref="Clash"/> says what theirs was, so that nothing is lost unseen.
/// </remarks>
public static class ArticleMerge
{
    public static (Article Article, IReadOnlyList<Clash> Clashes) Merge(Article seen, Article mine, Article theirs)
    {
        List<Clash> clashes = [];
        var article = new Article
        {
            Headline = Field("Headline", seen.Headline, mine.Headline, theirs.Headline) ?? "",
            Standfirst = Field("Standfirst", seen.Standfirst, mine.Standfirst, theirs.Standfirst),
            Section = Field("Section", seen.Section, mine.Section, theirs.Section),
            Language = Field("Language", seen.Language, mine.Language, theirs.Language) ?? "",
            Dateline = Field("Dateline", seen.Dateline, mine.Dateline, theirs.Dateline),
            Credits = mine.Credits.SequenceEqual(seen.Credits) ? theirs.Credits : mine.Credits,
            Blocks = Blocks(seen, mine, theirs, clashes),
        };
        if (!mine.Credits.SequenceEqual(seen.Credits) && !theirs.Credits.SequenceEqual(seen.Credits)
            && !mine.Credits.SequenceEqual(theirs.Credits))
        {
            clashes.Add(new("Credits", string.Join(", ", theirs.Credits.Select(c => $"{Words.Of(c.Role)}: {c.Name}"))));
        }

        return (article, clashes);

        string? Field(string name, string? before, string? mineNow, string? theirsNow)
        {
            if (mineNow == before)
                return theirsNow;

            if (theirsNow != before && theirsNow != mineNow)
                clashes.Add(new(name, theirsNow));

            return mineNow;
        }
    }

    private static List<Block> Blocks(Article seen, Article mine, Article theirs, List<Clash> clashes)
    {
        // Whoever moved blocks decides the order; the new blocks of the other come after the block they followed.
        var (spine, other) = KeptOrder(seen, mine) ? (theirs, mine) : (mine, theirs);
        List<Block> order = [.. spine.Blocks];
        for (var i = 0; i < other.Blocks.Count; i++)
        {
            if (IsIn(spine, other.Blocks[i]))
                continue;

            var before = i == 0 ? -1 : order.FindIndex(block => IsSame(block, other.Blocks[i - 1]));
            order.Insert(before + 1, other.Blocks[i]);
        }

        return [.. order.Select(block => Choose(block, seen, mine, theirs, clashes)).OfType<Block>()];
    }

    private static Block? Choose(Block block, Article seen, Article mine, Article theirs, List<Clash> clashes)
    {
        if (block.Id.Length == 0 || seen.Find(block.Id) is not { } before)
            return block;

        var (ours, other) = (mine.Find(block.Id), theirs.Find(block.Id));
        if (before.Equals(ours))
            return other;

        if (!before.Equals(other) && !Equals(ours, other))
            clashes.Add(
                new($"{Words.Of(before.Type)} {seen.Blocks.ToList().IndexOf(before) + 1}", other?.ToBodyText()));

        return ours;
    }

    private static bool KeptOrder(Article seen, Article mine)
    {
        var kept = mine.Blocks.Select(block => block.Id).Where(id => id.Length > 0).ToList();
        return seen.Blocks.Select(block => block.Id).Where(kept.Contains).SequenceEqual(kept);
    }

    private static bool IsIn(Article article, Block block) => block.Id.Length > 0 && article.Find(block.Id) is not null;

    private static bool IsSame(Block one, Block other) =>
        ReferenceEquals(one, other) || (one.Id.Length > 0 && one.Id == other.Id);
}
