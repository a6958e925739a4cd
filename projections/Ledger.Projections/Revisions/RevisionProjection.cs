using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Revisions;

/// <summary>Keeps every published state of every story, readable in one read.</summary>
internal sealed class RevisionProjection : IProjection
{
    public string Name => "revision";

    public int Version => 2;

    public IReadOnlyList<Table> Tables { get; } =
    [
        new("block", Sql.Of<RevisionProjection>("Block"), Sql.Of<RevisionProjection>("BlockKeys")),
        new("block_page", Sql.Of<RevisionProjection>("BlockPage"), Sql.Of<RevisionProjection>("BlockPageKeys")),
        new("revision", Sql.Of<RevisionProjection>("Revision"), Sql.Of<RevisionProjection>("RevisionKeys")),
    ];

    public IEnumerable<IWrite> Project(StepBatch batch)
    {
        var revisions = new List<RevisionRow>(batch.Steps.Count);
        var blocks = new List<ContentRow>();
        var pages = new List<ContentRow>();
        using var writer = new BlockWriter();
        foreach (var step in batch.Steps.Where(step => step.Happened.IsRevision()))
        {
            var (id, before) = (step.After.Id, HashedBefore(step, writer));
            var after = before.Then(step.After.Story.Article.Blocks, writer, (hash, json) =>
            {
                if (batch.Kept.AddBlock(id, hash))
                    blocks.Add(new(id, hash, json.ToArray()));
            });
            step.After.Hashed = after;
            revisions.Add(new(step, after.Tree));
            pages.AddRange(after.Tree.Pages
                .Where(page => !before.Tree.Pages.ContainsKey(page.Key) && batch.Kept.AddPage(id, page.Key))
                .Select(page => new ContentRow(id, page.Key, page.Value)));
        }

        yield return ContentRow.Blocks.Of(blocks);
        yield return ContentRow.Pages.Of(pages);
        var earliest = RevisionRow.MarkOvertaken(revisions);
        if (Overtaking(batch.Steps, earliest) is { Count: > 0 } overtaking)
            yield return Overtake(overtaking);

        yield return RevisionRow.Format.Of(revisions);
    }

    private static BlockList HashedBefore(StoryStep step, BlockWriter writer) => step.Before.State.Current is { } story
        ? step.Before.Hashed.Then(story.Article.Blocks, writer)
        : BlockList.Empty;

    /// <summary>The stories whose new revisions claim a time that is not after all those written before.</summary>
    private static List<(Guid StoryId, DateTimeOffset Earliest)> Overtaking(
        IReadOnlyList<StoryStep> steps, Dictionary<Guid, DateTimeOffset> earliest) =>
        [.. steps.DistinctBy(step => step.After.Id)
            .Where(first => earliest.TryGetValue(first.After.Id, out var at) && at <= first.Before.LatestAt)
            .Select(first => (first.After.Id, earliest[first.After.Id]))];

    private static Statement Overtake(List<(Guid StoryId, DateTimeOffset Earliest)> stories) =>
        new(Sql.Of<RevisionProjection>("Overtake"),
            new NpgsqlParameter<Guid[]> { TypedValue = [.. stories.Select(story => story.StoryId)] },
            new NpgsqlParameter<DateTimeOffset[]> { TypedValue = [.. stories.Select(story => story.Earliest)] });
}
