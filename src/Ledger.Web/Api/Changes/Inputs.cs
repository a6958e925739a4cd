using Ledger.Domain.Stories;

namespace Ledger.Web.Api.Changes;

/// <summary>The body that publishes a story, as the description shows it.</summary>
internal sealed record StoryInput(
    string Headline, string? Standfirst, string? Slug, string? Section, string Language, string? Dateline,
    DateTimeOffset? PublishedAt, IReadOnlyList<Credit>? Credits, IReadOnlyList<BlockInput> Blocks);

/// <summary>The body that revises a story, as the description shows it.</summary>
internal sealed record RevisionInput(
    RevisionKind Kind, string? Reason, string Headline, string? Standfirst, string? Slug, string? Section,
    string Language, string? Dateline, DateTimeOffset? PublishedAt, IReadOnlyList<Credit>? Credits,
    IReadOnlyList<BlockInput> Blocks);

/// <summary>A block, which is found or given an id where it brings none.</summary>
internal sealed record BlockInput(
    string? Id, BlockType Type, string? Text, IReadOnlyList<string>? Items, string? Speaker, string? Url, string? Alt,
    string? Caption, string? Credit);
