namespace Ledger.Projections.Revisions;

/// <summary>A list of hashes cut into pages, so that a long one that changes in one place keeps most of them.</summary>
/// <remarks>
/// A page ends where the content says so, and not where a number does: an entry put in or taken out moves no boundary
/// but those beside it. A page is stored under its own hash. The hashes of the pages are a list again, which is cut
/// again until it is short.
/// </remarks>
/// <param name="Depth">How often the list was cut; 0 when the entries are the hashes themselves.</param>
/// <param name="Entries">The short list that is left, as bytes.</param>
/// <param name="Pages">All pages, of all levels.</param>
internal sealed record HashTree(int Depth, byte[] Entries, IReadOnlyDictionary<ContentHash, byte[]> Pages)
{
    /// <summary>The longest list that is not cut.</summary>
    public const int MostEntries = 32;

    // A page ends at a hash of which these bits are zero: one in sixteen.
    private const ulong Boundary = 0xF;

    // Fewer would let a list of unlucky hashes grow no shorter, more would let a page grow without bound.
    private const int LeastOnPage = 4;
    private const int MostOnPage = 64;

    private static readonly Dictionary<ContentHash, byte[]> NoPages = [];

    public static HashTree Of(ReadOnlySpan<ContentHash> hashes)
    {
        if (hashes.Length <= MostEntries)
            return new(0, ContentHash.Join(hashes), NoPages);

        var depth = 0;
        var pages = new Dictionary<ContentHash, byte[]>();
        for (; hashes.Length > MostEntries; depth++)
            hashes = Cut(hashes, pages);

        return new(depth, ContentHash.Join(hashes), pages);
    }

    private static ContentHash[] Cut(ReadOnlySpan<ContentHash> hashes, Dictionary<ContentHash, byte[]> pages)
    {
        var names = new List<ContentHash>();
        while (!hashes.IsEmpty)
        {
            var length = LengthOfPage(hashes);
            var page = ContentHash.Join(hashes[..length]);
            var name = ContentHash.Of(page);
            pages[name] = page;
            names.Add(name);
            hashes = hashes[length..];
        }

        return [.. names];
    }

    private static int LengthOfPage(ReadOnlySpan<ContentHash> hashes)
    {
        for (var length = LeastOnPage; length < Math.Min(hashes.Length, MostOnPage); length++)
        {
            if ((hashes[length - 1].Second & Boundary) == 0)
                return length;
        }

        return Math.Min(hashes.Length, MostOnPage);
    }
}
