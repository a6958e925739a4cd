using Ledger.Domain;
using Ledger.Domain.Assets;

namespace Ledger.Application.Assets;

/// <summary>A picture in a story, as it stands there now.</summary>
/// <param name="Url">The address of the picture.</param>
/// <param name="Section">The section of the story.</param>
public sealed record AssetUse(Guid StoryId, string Url, string? Section, AssetWords Words);

/// <summary>Knows which stories use a picture, whatever state they are in.</summary>
public interface IAssetUses
{
    /// <summary>The uses of a picture as the head of the log has them, in an order that stays.</summary>
    /// <returns>Null when it could not be learned in time.</returns>
    Task<IReadOnlyList<AssetUse>?> FindAsync(Guid asset, CancellationToken cancellationToken);
}

/// <summary>Nothing is done on what may be an old list of stories.</summary>
public sealed record AssetUsesNotKnown() : Refusal("asset-uses-not-known",
    "It is not known at the moment which stories use the picture; try again in a moment.");
