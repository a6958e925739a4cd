namespace Ledger.Formats.Feeds;

/// <summary>One document of a feed, with the newest entry first. All addresses are absolute.</summary>
/// <param name="Id">Permanent, and the same for every document of the feed.</param>
/// <param name="Author">Who speaks in it.</param>
/// <param name="Self">The address of this document.</param>
/// <param name="Alternate">The page that shows the same to people.</param>
/// <param name="Updated">When the newest of its entries was published, or last changed.</param>
public sealed record Feed(
    string Id, string Title, string Author, string Self, string Alternate, DateTimeOffset Updated,
    IReadOnlyList<FeedEntry> Entries)
{
    /// <summary>For an archive, the address of the document that goes on; null for that document itself.</summary>
    public string? Current { get; init; }

    /// <summary>The archive with the entries before these; null where there are none.</summary>
    public string? PreviousArchive { get; init; }

    /// <summary>The entries that were in the feed and are not to be shown any more.</summary>
    public IReadOnlyList<DeletedEntry> Deleted { get; init; } = [];

    /// <summary>When anything was last recorded that shows in this document; null where that is not known.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    public bool IsArchive => Current is not null;

    /// <summary>Whether this document is the whole feed.</summary>
    public bool IsComplete => !IsArchive && PreviousArchive is null;
}

/// <summary>One entry of a feed, as it stood when the document was made.</summary>
/// <param name="Id">Permanent.</param>
/// <param name="Updated">When it last changed in a way that readers should know of.</param>
/// <param name="Summary">Plain text; null where there is none.</param>
/// <param name="Html">The content as HTML, in which every text is encoded.</param>
/// <param name="Alternate">The page that shows it.</param>
public sealed record FeedEntry(
    string Id, string Title, DateTimeOffset Published, DateTimeOffset Updated, string? Summary, string Html,
    string Alternate)
{
    /// <summary>The language of the summary.</summary>
    public string? Language { get; init; }

    /// <summary>The page of the story that it is about.</summary>
    public string? Related { get; init; }

    /// <summary>What it answers.</summary>
    public IReadOnlyList<InReplyTo> InReplyTo { get; init; } = [];
    public IReadOnlyList<FeedCategory> Categories { get; init; } = [];
}

/// <param name="Scheme">The address that says of what the term is one.</param>
public sealed record FeedCategory(string Term, string Scheme, string? Label = null);

/// <summary>What an entry answers (RFC 4685): the id of it, and the page that shows it.</summary>
public sealed record InReplyTo(string Ref, string Href);

/// <summary>The tombstone of an entry (RFC 6721).</summary>
public sealed record DeletedEntry(string Ref, DateTimeOffset When, string Comment);
