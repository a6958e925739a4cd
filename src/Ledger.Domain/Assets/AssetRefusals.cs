using Ledger.Domain.Stories;

namespace Ledger.Domain.Assets;

public sealed record AssetNotFound()
    : Refusal("asset-not-found", "No story uses a picture of this address, and none is registered.");
public sealed record AssetRegisteredAlready() : Refusal("asset-registered",
    "The picture is registered already; what is said of it is corrected, and never changed in place.");
public sealed record AssetWordsNotFound(string Wrong) : Refusal("wrong-text-not-found",
    $"The words '{Wrong}' do not stand beside this picture anywhere, or not together with the others.");
public sealed record AssetCorrectionNotFound()
    : Refusal("asset-correction-not-found", "The picture has no correction of that id.");
public sealed record AssetCorrectionPending() : Refusal("asset-correction-pending",
    "Another correction of the picture waits; it has to be published or rejected first.");
public sealed record AssetCorrectionDecided()
    : Refusal("asset-correction-decided", "It was decided on this correction already.");
public sealed record AssetCorrectionNotPublished() : Refusal("asset-correction-not-published",
    "The correction is not published, so nothing came of it in any story yet.");
public sealed record NoSuchException() : Refusal("no-such-exception",
    "There is nothing to waive: the story was corrected, was right, or does not use the picture.");

/// <param name="Least">What the class of the correction has in this house.</param>
public sealed record SeverityTooLow(Severity Least) : FieldRefusal("severity", "severity-too-low",
    $"By the policy of this house a correction of this class is '{Name(Least)}' or graver.")
{
    private static string Name(Severity severity) => severity == Severity.MinorVisible
        ? "minor-visible"
        : severity.ToString().ToLowerInvariant();
}
