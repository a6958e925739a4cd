using Ledger.Domain.Assets;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Assets;

/// <summary>A picture in a list.</summary>
/// <param name="Stories">How many stories use it now.</param>
/// <param name="Caption">What the house says of it, or most stories do where it has no stream of its own.</param>
/// <param name="Awaiting">Its corrections that wait for approval.</param>
/// <param name="Exceptions">The stories that could not be corrected and about which nobody has decided.</param>
/// <param name="Version">The version of its stream; 0 where it has none yet.</param>
public sealed record AssetSummary(
    Guid Id, string Url, int Stories, DateTimeOffset At, string? Caption, string? Credit, int Awaiting, int Exceptions,
    long Version);

/// <summary>A picture in a block of a story, as it stands there now.</summary>
/// <param name="StoryVersion">The version of the story.</param>
public sealed record AssetUseView(
    Guid StoryId, string Slug, string Headline, StoryStatus Status, string Language, string? Section,
    long StoryVersion, string BlockId, string Url, AssetWords Words);

/// <summary>A picture, with its uses.</summary>
/// <param name="State">What became of its stream; the initial state where it has none yet.</param>
/// <param name="Version">The version of its stream; 0 where it has none yet.</param>
public sealed record AssetView(
    Guid Id, string Url, AssetState State, long Version, DateTimeOffset? RegisteredAt, DateTimeOffset? ChangedAt,
    IReadOnlyList<AssetUseView> Uses);
