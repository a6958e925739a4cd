using System.Globalization;
using System.Text;
using Ledger.Projections.Corrections;
using Ledger.Projections.Stories;
using Ledger.Web.Withholding;

namespace Ledger.Web.Status;

/// <summary>What has become of a story since the version that somebody's copy shows.</summary>
public enum CopyState
{
    /// <summary>The copy shows what the story says now.</summary>
    Current,

    /// <summary>The story has been changed since, but nothing that was wrong in the copy was corrected.</summary>
    UpdatedSince,

    /// <summary>A correction was issued since.</summary>
    CorrectedSince,
    Retracted,
    Withdrawn,
    Removed,
}

/// <summary>A correction that a copy does not have yet.</summary>
public sealed record CorrectionSince(Guid Id, string Class, DateTimeOffset OccurredAt, string Url);

/// <summary>The state of a copy of a story.</summary>
/// <param name="Version">The version that the copy shows.</param>
/// <param name="Latest">The present version.</param>
/// <param name="Corrections">Those that the copy does not have, newest first.</param>
public sealed record CopyStatus(
    Guid Story, string Url, int Version, int Latest, CopyState State, IReadOnlyList<CorrectionSince> Corrections)
{
    internal static CopyStatus Of(
        StoryView story, int version, IReadOnlyList<CorrectionView> corrections, SiteAddress site)
    {
        var since = corrections.Where(correction => correction.Revision > version).ToList();
        return new(
            story.Id, site.OfStory(Withheld.NameOf(story)), version, story.Revision,
            StateOf(story, version, since.Exists(correction => !correction.IsWithdrawn)),
            [.. since.Select(correction => new CorrectionSince(
                correction.Id, Rendering.ClassWords.Code(correction.Class), correction.OccurredAt,
                site.OfCorrection(correction.Id)))]);
    }

    private static CopyState StateOf(StoryView story, int version, bool isCorrected) => story.Status switch
    {
        StoryStatus.Retracted => CopyState.Retracted,
        StoryStatus.Withdrawn => CopyState.Withdrawn,
        StoryStatus.Removed => CopyState.Removed,
        _ when isCorrected => CopyState.CorrectedSince,
        _ when version < story.Revision => CopyState.UpdatedSince,
        _ => CopyState.Current,
    };
}

/// <summary>The state of a copy as a small picture with words that are read out, too.</summary>
internal static class StatusBadge
{
    public const string MediaType = "image/svg+xml";

    public static byte[] Draw(CopyStatus status)
    {
        var (words, colour) = WordsOf(status.State);
        var width = 66 + (words.Length * 7);
        return Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="24" role="img" aria-label="{words}">
              <title>{words}</title>
              <rect width="{width}" height="24" rx="3" fill="#fbfaf7" stroke="{colour}"/>
              <circle cx="12" cy="12" r="4" fill="{colour}"/>
              <text x="24" y="16" font-family="sans-serif" font-size="12" fill="#1a1a1c">{words}</text>
            </svg>

            """));
    }

    public static string Describe(CopyState state) => WordsOf(state).Words;

    private static (string Words, string Colour) WordsOf(CopyState state) => state switch
    {
        CopyState.Current => ("Current version", "#134a1c"),
        CopyState.UpdatedSince => ("Updated since", "#5b5853"),
        CopyState.CorrectedSince => ("Corrected since", "#8c1c13"),
        CopyState.Retracted => ("Retracted", "#8c1c13"),
        CopyState.Withdrawn => ("Withdrawn", "#8c1c13"),
        CopyState.Removed => ("Removed for legal reasons", "#8c1c13"),
    };
}
