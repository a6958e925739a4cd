using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

// These names are the stored format, as those of the stories are. What readers are to see of a correction goes into the
// stream of each story that uses the picture.

/// <summary>Something that happened to a picture that stories share.</summary>
public abstract record AssetEvent;

/// <summary>The desk keeps account of a picture from here on.</summary>
/// <param name="Url">Its address, as the blocks of the stories have it; one address is one picture.</param>
/// <param name="Source">Where the house has it from; null where nobody said so.</param>
[EventType("asset_registered")]
public sealed record AssetRegistered(string Url, string? Caption, string? Credit, string? Alt, string? Source)
    : AssetEvent;

/// <summary>Somebody wants words of the picture corrected, in each story that uses it.</summary>
[EventType("asset_correction_proposed")]
public sealed record AssetCorrectionProposed(Guid CorrectionId, AssetProposal Proposal, Person By) : AssetEvent;

/// <summary>The policy of the house asks nobody to approve a correction of this severity.</summary>
[EventType("asset_correction_cleared")]
public sealed record AssetCorrectionCleared(Guid CorrectionId, int PolicyVersion) : AssetEvent;

/// <summary>A second person agrees.</summary>
/// <param name="PolicyVersion">The version of the house policy by which it was decided; 0 for the default.</param>
[EventType("asset_correction_approved")]
public sealed record AssetCorrectionApproved(Guid CorrectionId, Person By, int PolicyVersion) : AssetEvent;

/// <summary>It is not published: a second person does not agree, or whoever proposed it takes it back.</summary>
[EventType("asset_correction_rejected")]
public sealed record AssetCorrectionRejected(Guid CorrectionId, Person By, string Reason) : AssetEvent;

/// <summary>What became of the correction in stories; of each story the last one holds.</summary>
[EventType("asset_correction_published")]
public sealed record AssetCorrectionPublished(Guid CorrectionId, IReadOnlyList<AssetOutcome> Outcomes) : AssetEvent;

/// <summary>The picture's own caption, and what it shows, as the house has it from here on.</summary>
[EventType("asset_caption_edited")]
public sealed record AssetCaptionEdited(Guid CorrectionId, TextChange? Caption, TextChange? Alt) : AssetEvent;

/// <summary>The picture's own credit, as the house has it from here on.</summary>
[EventType("asset_credit_changed")]
public sealed record AssetCreditChanged(Guid CorrectionId, TextChange Credit) : AssetEvent;

/// <summary>Somebody says why a story need not be corrected.</summary>
[EventType("asset_exception_waived")]
public sealed record AssetExceptionWaived(Guid CorrectionId, Guid StoryId, Person By, string Reason) : AssetEvent;

/// <summary>What a correction of a picture says and does.</summary>
/// <param name="Claims">Words of its caption, which is its alt text, too, or of its credit.</param>
/// <param name="Note">The public note, which each story gets.</param>
public sealed record AssetProposal(
    CorrectionClass Class, Severity Severity, IReadOnlyList<Claim> Claims, string Note)
{
    public bool Equals(AssetProposal? other) =>
        other is not null && Class == other.Class && Severity == other.Severity && Note == other.Note
        && Claims.SequenceEqual(other.Claims);

    public override int GetHashCode() => HashCode.Combine(Class, Severity, Note, Claims.Count);
}

/// <summary>What came of a correction of a picture in a story.</summary>
public enum AssetResult
{
    /// <summary>The story has a correction of its own.</summary>
    Corrected,

    /// <summary>The right words stood there before.</summary>
    RightAlready,

    /// <summary>The story could not be corrected, and the desk has to look at it.</summary>
    Exception,
}

/// <summary>What came of a correction of a picture in one story.</summary>
/// <param name="StoryCorrectionId">The correction that the story got.</param>
/// <param name="Code">The code of the refusal, where it is an exception.</param>
/// <param name="Reason">The refusal in a sentence.</param>
public sealed record AssetOutcome(
    Guid StoryId, AssetResult Result, Guid? StoryCorrectionId = null, string? Code = null, string? Reason = null);
