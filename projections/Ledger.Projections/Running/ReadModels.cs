using Ledger.Projections.Assets;
using Ledger.Projections.Blaming;
using Ledger.Projections.Changelog;
using Ledger.Projections.Copies;
using Ledger.Projections.Corrections;
using Ledger.Projections.Drafts;
using Ledger.Projections.Fixes;
using Ledger.Projections.Policies;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Searching;
using Ledger.Projections.Slugs;
using Ledger.Projections.Stories;

namespace Ledger.Projections.Running;

/// <summary>Every read model there is. They hold no state of their own and are shared by all.</summary>
internal static class ReadModels
{
    public static IReadOnlyList<IProjection> All { get; } =
    [
        new StoryProjection(),
        new RevisionProjection(),
        new ChangelogProjection(),
        new CorrectionProjection(),
        new SlugProjection(),
        new PolicyProjection(),
        new ReportProjection(),
        new CopyProjection(),
        new DraftProjection(),
        new FixProjection(),
        new AssetProjection(),
        new BlameProjection(),
        new PassageProjection(),
    ];
}
