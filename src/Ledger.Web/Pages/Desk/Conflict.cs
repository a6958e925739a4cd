using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;
using Ledger.Projections.Stories;

namespace Ledger.Web.Pages.Desk;

/// <summary>Words that two editors changed at the same time.</summary>
/// <param name="Name">What they are: a field, or a block by its place.</param>
/// <param name="Theirs">What the other editor made of them; null where they were taken out.</param>
public sealed record Clash(string Name, string? Theirs);

/// <summary>What happened to a story between the moment an editor saw it and the moment they changed it.</summary>
/// <param name="Changes">Newest first.</param>
/// <param name="Diff">From the state that was seen to the present one; null where that state is not known.</param>
/// <param name="Clashes">Where both changed the same; what this editor typed is kept.</param>
public sealed record Conflict(
    StoryView Story, IReadOnlyList<ChangelogEntry> Changes, ArticleDiff? Diff, IReadOnlyList<Clash> Clashes)
{
    private const int MostChanges = 20;

    internal static async Task<Conflict> FindAsync(
        ChangelogQueries changelog, StoryView story, RevisionView? seen, long version, IReadOnlyList<Clash> clashes,
        CancellationToken cancellationToken)
    {
        var newest = await changelog.ListAsync(story.Id, null, MostChanges, cancellationToken);
        return new(story, [.. newest.Where(change => change.Version > version)],
            seen is null ? null : ArticleDiff.Compare(seen.Article, story.Article), clashes);
    }
}
