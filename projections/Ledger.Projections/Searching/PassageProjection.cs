using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Searching;

/// <summary>Keeps the words of each story as it is now, whatever its status; who looks for them minds that.</summary>
internal sealed class PassageProjection : IProjection
{
    private static readonly RowFormat<(Guid Story, Passage Passage)> Rows =
        new(Sql.Of<PassageProjection>("Copy"), Sql.Of<PassageProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, row => row.Story },
            { NpgsqlDbType.Integer, row => row.Passage.Number },
            { NpgsqlDbType.Text, row => row.Passage.Title },
            { NpgsqlDbType.Text, row => row.Passage.Body },
            { NpgsqlDbType.Text, row => row.Passage.Configuration },
        };

    public string Name => "passage";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } =
        [new("passage", Sql.Of<PassageProjection>("Passage"), Sql.Of<PassageProjection>("PassageKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch)
    {
        var changed = batch.Stories
            .Where(story => !ReferenceEquals(story.Before.State.Current?.Article, story.After.Story.Article))
            .Select(story => (story.After.Id, Before: PassagesOf(story.Before), After: PassagesOf(story.After)))
            .ToList();
        var shorter = changed.Where(story => story.Before.Count > story.After.Count).ToList();
        return
        [
            .. shorter.Count == 0 ? (IWrite[])[] : [Drop([.. shorter.Select(story => (story.Id, story.After.Count))])],
            Rows.Of([.. changed.SelectMany(
                story => story.After.Except(story.Before), (story, passage) => (story.Id, passage))]),
        ];
    }

    private static IReadOnlyList<Passage> PassagesOf(StoryFold story) =>
        story.State.Current is { } current ? Passage.Of(current.Article) : [];

    private static Statement Drop((Guid Story, int Passages)[] shorter) => new(
        Sql.Of<PassageProjection>("Drop"),
        new NpgsqlParameter<Guid[]> { TypedValue = [.. shorter.Select(story => story.Story)] },
        new NpgsqlParameter<int[]> { TypedValue = [.. shorter.Select(story => story.Passages)] });
}
