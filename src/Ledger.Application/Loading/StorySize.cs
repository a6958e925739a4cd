using Ledger.Domain.Stories;

namespace Ledger.Application.Loading;

/// <summary>About how many bytes of memory a folded story takes: an estimate, and cheap to make.</summary>
internal static class StorySize
{
    private const long PerEntry = 512;
    private const long PerItem = 160;

    public static long Of(StoryState state)
    {
        if (state.Current is not { } story)
            return PerEntry;

        var corrections = 0L;
        foreach (var correction in story.Corrections)
            corrections += Of(correction);

        return PerEntry + Of(story.Article, beside: null) + Of(story.Original, beside: story.Article) + corrections;
    }

    public static long OfSlug(string slug) => PerEntry + Of(slug);

    private static long Of(Article article, Article? beside)
    {
        if (ReferenceEquals(article, beside))
            return 0;

        var bytes = PerEntry + Of(article.Headline) + Of(article.Standfirst) + PerItem * article.Credits.Count;
        for (var i = 0; i < article.Blocks.Count; i++)
        {
            // Most blocks of the original are those of the article, and are in memory once.
            var block = article.Blocks[i];
            var isShared = beside is not null && i < beside.Blocks.Count && ReferenceEquals(block, beside.Blocks[i]);
            bytes += isShared ? 0 : Of(block);
        }

        return bytes;
    }

    private static long Of(Block block)
    {
        var bytes = PerItem + Of(block.Text) + Of(block.Speaker) + Of(block.Url) + Of(block.Alt) + Of(block.Caption)
            + Of(block.Credit);
        foreach (var item in block.Items ?? [])
            bytes += Of(item);

        return bytes;
    }

    private static long Of(IssuedCorrection correction)
    {
        var bytes = PerItem + Of(correction.Note);
        foreach (var claim in correction.Claims)
            bytes += PerItem + Of(claim.Wrong) + Of(claim.Right);

        return bytes;
    }

    private static long Of(string? text) => text is null ? 0 : 2L * text.Length + 24;
}
