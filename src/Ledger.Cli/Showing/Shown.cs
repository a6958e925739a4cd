using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Ledger.Web.Withholding;

namespace Ledger.Cli.Showing;

/// <summary>One state of a story, now or then, with the members that the API gives it.</summary>
internal sealed record Shown
{
    public required Guid Id { get; init; }
    public required string Slug { get; init; }
    public required long Version { get; init; }
    public required int Revision { get; init; }
    public required StoryStatus Status { get; init; }
    public required string? Notice { get; init; }
    public required long Position { get; init; }
    public required DateTimeOffset PublishedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public required string Text { get; init; }

    // Not public, because an answer has the article's own members and not the article.
    internal required Article Article { get; init; }
    public string Headline => Article.Headline;
    public string? Standfirst => Article.Standfirst;
    public string? Section => Article.Section;
    public string Language => Article.Language;
    public string? Dateline => Article.Dateline;
    public IReadOnlyList<Credit> Credits => Article.Credits;
    public IReadOnlyList<Block> Blocks => Article.Blocks;

    public static Shown Now(StoryView story) => new()
    {
        Id = story.Id,
        Slug = story.Slug,
        Version = story.Version,
        Revision = story.Revision,
        Status = story.Status,
        Notice = story.Notice,
        Position = story.Position,
        PublishedAt = story.PublishedAt,
        UpdatedAt = story.UpdatedAt,
        Text = story.Article.ToBodyText(),
        Article = story.Article,
    };

    public static Shown Then(StoryView story, RevisionView revision) => Now(story) with
    {
        Version = revision.Summary.Version,
        Revision = revision.Summary.Revision,
        Status = revision.Summary.Status,
        Notice = revision.Notice,
        Position = revision.Summary.Position,
        UpdatedAt = revision.Summary.OccurredAt,
        Text = revision.Article.ToBodyText(),
        Article = revision.Article,
    };

    /// <summary>The state as those see it from whom the words of the story are kept.</summary>
    public Shown Hidden(StoryView story) => this with
    {
        Slug = Withheld.Of(story).Slug,
        Status = story.Status,
        Notice = story.Notice,
        Text = story.Notice ?? "",
        Article = Withheld.Of(story).Article,
    };
}
