using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;

namespace Ledger.Web.Api.Changes;

// The bodies of requests as the description of the API shows them. They are read by Ledger.Formats, which alone can
// say line and column, so that these types are never filled.

/// <summary>The body that publishes a story.</summary>
internal sealed record StoryInput(
    string Headline, string? Standfirst, string? Slug, string? Section, string Language, string? Dateline,
    DateTimeOffset? PublishedAt, IReadOnlyList<Credit>? Credits, IReadOnlyList<BlockInput> Blocks);

/// <summary>The body that revises a story. A slug and a time of publication are passed over here.</summary>
internal sealed record RevisionInput(
    RevisionKind Kind, string? Reason, string Headline, string? Standfirst, string? Slug, string? Section,
    string Language, string? Dateline, DateTimeOffset? PublishedAt, IReadOnlyList<Credit>? Credits,
    IReadOnlyList<BlockInput> Blocks);

/// <summary>A block. One without an id is found among those that are there, or given an id.</summary>
internal sealed record BlockInput(
    string? Id, BlockType Type, string? Text, IReadOnlyList<string>? Items, string? Speaker, string? Url, string? Alt,
    string? Caption, string? Credit);

/// <summary>The body that corrects a story: the claims, or one claim in their place.</summary>
internal sealed record CorrectionInput(
    CorrectionClass Class, string Note, IReadOnlyList<Claim>? Claims, string? Wrong, string? Right,
    ArticleField? Field, bool? Apology, Cause? Cause, DateTimeOffset? PublishAt, bool? Draft);
