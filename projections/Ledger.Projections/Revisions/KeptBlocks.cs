namespace Ledger.Projections.Revisions;

/// <summary>The pieces of content that have been written, so that each is written once.</summary>
internal sealed class KeptBlocks
{
    private readonly HashSet<(Guid Story, ContentHash Hash)> blocks = [];
    private readonly HashSet<(Guid Story, ContentHash Hash)> pages = [];

    public bool AddBlock(Guid story, ContentHash hash) => blocks.Add((story, hash));

    public bool AddPage(Guid story, ContentHash hash) => pages.Add((story, hash));

    /// <summary>Forgets all of them, when what follows is about other stories.</summary>
    public void Clear()
    {
        blocks.Clear();
        pages.Clear();
    }
}
