using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Slugs;

/// <summary>Keeps every address that a story has or had.</summary>
internal sealed class SlugProjection : IProjection
{
    private static readonly RowFormat<(string Slug, StoryFold Story)> Rows =
        new(Sql.Of<SlugProjection>("Copy"), Sql.Of<SlugProjection>("Save"))
        {
            { NpgsqlDbType.Text, row => row.Slug },
            { NpgsqlDbType.Uuid, row => row.Story.Id },
            { NpgsqlDbType.Boolean, row => row.Slug == row.Story.Story.Slug },
        };

    public string Name => "slug";

    public int Version => 2;

    public IReadOnlyList<Table> Tables { get; } =
        [new("slug", Sql.Of<SlugProjection>("Slug"), Sql.Of<SlugProjection>("SlugKeys"))];

    // All of a story's addresses where one was taken, since another is then no longer the current one.
    public IEnumerable<IWrite> Project(StepBatch batch) =>
        [Rows.Of([.. batch.Stories.Where(story => !ReferenceEquals(story.Before.Slugs, story.After.Slugs))
            .SelectMany(story => story.After.Slugs, (story, slug) => (slug, story.After))])];
}
