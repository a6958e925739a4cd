using System.Diagnostics;
using Ledger.Domain.Assets;

namespace Ledger.Web.Rendering;

/// <summary>The words in which pages speak of pictures and of what became of their corrections.</summary>
public static class PictureWords
{
    public static string Of(AssetCorrectionStatus status) => status switch
    {
        AssetCorrectionStatus.Proposed => "Waits for approval",
        AssetCorrectionStatus.Approved => "Approved",
        AssetCorrectionStatus.Published => "Published",
        AssetCorrectionStatus.Rejected => "Rejected",
    };

    public static string Of(AssetResult result) => result switch
    {
        AssetResult.Corrected => "Corrected",
        AssetResult.RightAlready => "Was right already",
        AssetResult.Exception => "Not corrected",
    };

    public static string Of(AssetEvent happened) => happened switch
    {
        AssetRegistered { Source: { } source } => $"Registered, from {source}",
        AssetRegistered => "Registered",
        AssetCorrectionProposed => "Correction proposed",
        AssetCorrectionCleared => "Correction cleared: the policy of the house asks nobody to approve it",
        AssetCorrectionApproved => "Correction approved",
        AssetCorrectionRejected e => $"Correction rejected: {e.Reason}",
        AssetCorrectionPublished e => Of(e),
        AssetCaptionEdited e => $"Caption: {(e.Caption ?? e.Alt)?.To ?? "taken away"}",
        AssetCreditChanged e => $"Credit: {e.Credit.To ?? "taken away"}",
        AssetExceptionWaived e => $"A story need not be corrected: {e.Reason}",
        _ => throw new UnreachableException($"Pages have no words for {happened.GetType().Name}."),
    };

    /// <summary>A picture in a list or as a heading.</summary>
    public static string Title(string? caption) =>
        string.IsNullOrWhiteSpace(caption) ? "A picture without a caption" : caption;

    public static string Stories(int count) => count switch
    {
        0 => "used by no story",
        1 => "used by 1 story",
        _ => $"used by {count} stories",
    };

    private static string Of(AssetCorrectionPublished e)
    {
        var corrected = e.Outcomes.Count(outcome => outcome.Result == AssetResult.Corrected);
        var exceptions = e.Outcomes.Count(outcome => outcome.Result == AssetResult.Exception);
        return $"Correction published; stories corrected: {corrected}, not corrected: {exceptions}";
    }
}
