using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Web.Api.Stories;

/// <summary>An article in an answer: the members of the JSON form of a story, and its body as plain text.</summary>
public abstract record ArticleBody
{
    /// <summary>The body alone: the text of each block, parted by an empty line.</summary>
    public string Text { get; }
    public string Headline { get; }
    public string? Standfirst { get; }
    public string? Section { get; }
    public string Language { get; }
    public string? Dateline { get; }
    public IReadOnlyList<Credit> Credits { get; }
    public IReadOnlyList<Block> Blocks { get; }

    private protected ArticleBody(Article article)
    {
        Text = article.ToBodyText();
        Headline = article.Headline;
        Standfirst = article.Standfirst;
        Section = article.Section;
        Language = article.Language;
        Dateline = article.Dateline;
        Credits = article.Credits;
        Blocks = article.Blocks;
    }
}

/// <summary>A story as it is now.</summary>
public sealed record StoryBody : ArticleBody
{
    public Guid Id { get; }
    public string Slug { get; }

    /// <summary>The version of the story, which is also its ETag.</summary>
    public long Version { get; }

    /// <summary>The number of published states so far.</summary>
    public int Revision { get; }
    public StoryStatus Status { get; }

    /// <summary>What stands above a retracted or in place of a withdrawn or removed story.</summary>
    public string? Notice { get; }

    /// <summary>On what it was removed; only for a story that is.</summary>
    public RemovalBasis? Basis { get; }
    public string? BlockedBy { get; }
    public long Position { get; }
    public DateTimeOffset PublishedAt { get; }
    public DateTimeOffset UpdatedAt { get; }

    internal StoryBody(StoryView story)
        : base(story.Article)
    {
        Id = story.Id;
        Slug = story.Slug;
        Version = story.Version;
        Revision = story.Revision;
        Status = story.Status;
        Notice = story.Notice;
        Basis = story.Basis;
        BlockedBy = story.BlockedBy;
        Position = story.Position;
        PublishedAt = story.PublishedAt;
        UpdatedAt = story.UpdatedAt;
    }
}

/// <summary>One published state of a story.</summary>
public sealed record RevisionBody : ArticleBody
{
    /// <summary>The id of the story.</summary>
    public Guid Id { get; }

    /// <summary>The address that the story has now.</summary>
    public string Slug { get; }

    /// <summary>The version of the story that this state came with.</summary>
    public long Version { get; }
    public int Revision { get; }
    public StoryStatus Status { get; }
    public string? Notice { get; }
    public long Position { get; }

    /// <summary>The alias of the event that made it.</summary>
    public string Type { get; }
    public string? Reason { get; }
    public DateTimeOffset OccurredAt { get; }
    public DateTimeOffset RecordedAt { get; }

    internal RevisionBody(RevisionView revision, string slug)
        : base(revision.Article)
    {
        var summary = revision.Summary;
        Id = summary.StoryId;
        Slug = slug;
        Version = summary.Version;
        Revision = summary.Revision;
        Status = summary.Status;
        Notice = revision.Notice;
        Position = summary.Position;
        Type = summary.Type;
        Reason = summary.Reason;
        OccurredAt = summary.OccurredAt;
        RecordedAt = summary.RecordedAt;
    }
}
