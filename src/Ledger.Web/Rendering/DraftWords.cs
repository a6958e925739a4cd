using Ledger.Domain.Drafts;
using Ledger.Domain.Stories;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>The words in which the desk speaks of drafts.</summary>
public static class DraftWords
{
    public static string Of(DraftStatus status) => status switch
    {
        DraftStatus.Open => "Draft",
        DraftStatus.Submitted => "Waits for approval",
        DraftStatus.Approved => "Approved, to be published",
        DraftStatus.Published => "Published",
        DraftStatus.Rejected => "Rejected",
        DraftStatus.Discarded => "Discarded",
    };

    public static string Of(Cause cause) => cause switch
    {
        Cause.Reporting => "Reporting",
        Cause.Editing => "Editing",
        Cause.Production => "Production",
        Cause.SourceSupplied => "Supplied so by a source",
        Cause.Translation => "Translation",
        Cause.Data => "Data",
        Cause.Automation => "Automation",
    };

    public static string Of(NoteCheck check) => check switch
    {
        NoteCheck.Present => "there is a note.",
        NoteCheck.SaysWhatWasWrong => "it says what was wrong.",
        NoteCheck.SaysWhatIsRight => "it gives the right words.",
        NoteCheck.SaysWhere => "it names the headline, summary or caption in which the error stood.",
        NoteCheck.StandsAlone => "it is long enough to be understood without the story.",
        NoteCheck.Apologises => "it apologises.",
        NoteCheck.SaysWhyLate => "it says why the correction comes so late.",
        NoteCheck.BlamesNobody => "it names nobody who is credited with the story.",
    };

    /// <summary>How a published correction came about, as readers are told.</summary>
    public static string? Of(CorrectionReview? review, bool approvedAfterwards) =>
        InEnglish(review, approvedAfterwards) is { } words ? Phrase.Of(words) : null;

    private static string? InEnglish(CorrectionReview? review, bool approvedAfterwards) => review?.Path switch
    {
        ReviewPath.Approved => "Written and approved by two people.",
        ReviewPath.AtOnce => "Issued by one person, as the policy of the house allows for this kind.",
        ReviewPath.Emergency when approvedAfterwards => "Issued by one person in an emergency; approved by a second.",
        ReviewPath.Emergency => "Issued by one person in an emergency; a second person has still to approve it.",
        ReviewPath.Operator => "Issued by the operator of the site.",
        null => null,
        _ => throw new InvalidOperationException($"Nobody knows what to say of {review.Path}."),
    };
}
