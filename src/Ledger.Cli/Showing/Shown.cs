using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Cli.Showing;

/// <summary>One state of a story, now or then.</summary>
internal sealed record Shown(StoryStatus Status, string? Notice, Article Article)
{
    /// <summary>What stands in place of the text; null where the text may be read.</summary>
    public string? InPlaceOfText => Status == StoryStatus.Withdrawn ? Notice : null;

    public static Shown Of(RevisionView revision) => new(revision.Summary.Status, revision.Notice, revision.Article);
}
