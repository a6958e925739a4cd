using System.Globalization;
using Ledger.EventStore;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Projections.Stories;

namespace Ledger.Web.Api.Problems;

/// <summary>Tells a writer who was too late how far it has come, and what a story has become since.</summary>
internal sealed class StaleVersions(
    StoryQueries stories, RevisionQueries revisions, ProjectionRunner runner, WebSettings settings)
{
    public async Task<Exception> ExplainAsync(
        WrongExpectedVersionException conflict, CancellationToken cancellationToken)
    {
        var expected = conflict.Expected.Value ?? 0;
        await runner.CatchUpAsync(settings.FreshnessWait, cancellationToken);
        var story = await stories.FindAsync(conflict.StreamId.ToString(), cancellationToken);
        var comparison = story is null ? null : await ComparisonAsync(story, expected, cancellationToken);
        var subject = story is null ? "it" : "the story";
        var detail = string.Create(CultureInfo.InvariantCulture,
            $"If-Match names version {expected}, but {subject} is at version {conflict.Actual}.");
        return new ProblemException(ProblemTypes.StaleVersion, detail,
            ("expected", expected),
            ("actual", conflict.Actual),
            ("compare", comparison is null ? null : ApiEndpoints.Root + comparison),
            ("comparePage", comparison));
    }

    // A new address is a version but not a revision, so the revision seen is the last one up to the version seen.
    private async Task<string?> ComparisonAsync(StoryView story, long version, CancellationToken cancellationToken)
    {
        if (version < 1 || version > story.Version)
            return null;

        var addresses = (int)(story.Version - story.Revision);
        var before = (int)Math.Min(version, story.Revision) + 1;
        var candidates = await revisions.ListAsync(story.Id, before, addresses + 1, cancellationToken);
        return candidates.FirstOrDefault(candidate => candidate.Version <= version) is { } seen
            ? string.Create(CultureInfo.InvariantCulture,
                $"/stories/{story.Slug}/compare/{seen.Revision}...{story.Revision}")
            : null;
    }
}
