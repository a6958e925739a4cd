using System.Globalization;
using Ledger.Domain.Stories;
using Ledger.Projections.Corrections;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;
using Microsoft.Net.Http.Headers;

namespace Ledger.Web.Pages.Stories;

/// <summary>What a returning reader has not seen yet: what changed in the words, and the corrections since.</summary>
/// <param name="Read">The version that was read.</param>
/// <param name="Notes">The corrections that were issued, amended or withdrawn since, newest first.</param>
/// <param name="Diff">What changed, without what stayed as it was.</param>
public sealed record SinceRead(RevisionSummary Read, IReadOnlyList<CorrectionView> Notes, ArticleDiff Diff)
{
    /// <summary>Asks for what changed since the version that the browser keeps.</summary>
    public const string Seen = "seen";

    public static SinceRead Of(RevisionView read, StoryView story, IReadOnlyList<CorrectionView> notes)
    {
        var number = read.Summary.Revision;
        var diff = ArticleDiff.Compare(read.Article, story.Article);
        return new(
            read.Summary,
            [.. notes.Where(note => note.Revision > number || note.Changes.Any(change => change.Revision > number))],
            diff with { Blocks = [.. diff.Blocks.Where(row => row.Change != BlockChange.Same)] });
    }

    public static string TagOf(StoryView story) => FormattableString.Invariant($"\"version-{story.Revision}\"");

    /// <summary>The version whose page the browser keeps; null where it keeps none.</summary>
    public static int? SeenBy(HttpRequest request)
    {
        foreach (var tag in request.GetTypedHeaders().IfNoneMatch)
        {
            if (NumberOf(tag) is { } number)
                return number;
        }

        return null;
    }

    private static int? NumberOf(EntityTagHeaderValue tag) =>
        tag.Tag.ToString().Trim('"').Split('-') is ["version", var number]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? known
            : null;
}
