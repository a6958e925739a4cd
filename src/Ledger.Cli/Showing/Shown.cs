using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Cli.Showing;

/// <summary>One state of a story, now or then.</summary>
internal sealed record Shown(StoryStatus Status, string? Notice, Article Article)
{
    public static Shown Of(RevisionView revision) => new(revision.Summary.Status, revision.Notice, revision.Article);
}
