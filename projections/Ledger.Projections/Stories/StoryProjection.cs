using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using NpgsqlTypes;

namespace Ledger.Projections.Stories;

/// <summary>Keeps one row for each story: what it is now.</summary>
internal sealed class StoryProjection : IProjection
{
    private static readonly RowFormat<StoryFold> Rows =
        new(Sql.Of<StoryProjection>("Copy"), Sql.Of<StoryProjection>("Save"))
        {
            { NpgsqlDbType.Uuid, story => story.Id },
            { NpgsqlDbType.Text, story => story.Story.Slug },
            { NpgsqlDbType.Text, story => Stored.Name(story.State.Status()) },
            { NpgsqlDbType.Text, story => story.State.Notice() },
            { NpgsqlDbType.Integer, story => story.Revision },
            { NpgsqlDbType.Bigint, story => story.Version },
            { NpgsqlDbType.Bigint, story => story.Position },
            { NpgsqlDbType.Integer, story => story.Corrections },
            { NpgsqlDbType.Text, story => ArticleOf(story).Headline },
            { NpgsqlDbType.Text, story => ArticleOf(story).Standfirst },
            { NpgsqlDbType.Text, story => ArticleOf(story).Section },
            { NpgsqlDbType.Text, story => ArticleOf(story).Language },
            { NpgsqlDbType.Json, story => Stored.Utf8Json(ArticleOf(story)) },
            { NpgsqlDbType.TimestampTz, story => story.PublishedAt },
            { NpgsqlDbType.TimestampTz, story => story.UpdatedAt },
            { NpgsqlDbType.Text, story => story.State is StoryState.Removed s ? Stored.Name(s.Basis) : null },
            { NpgsqlDbType.Text, story => (story.State as StoryState.Removed)?.BlockedBy },
        };

    public string Name => "story";

    public int Version => 5;

    public IReadOnlyList<Table> Tables { get; } =
        [new("story", Sql.Of<StoryProjection>("Story"), Sql.Of<StoryProjection>("StoryKeys"))];

    public IEnumerable<IWrite> Project(StepBatch batch) => [Rows.Of([.. batch.Stories.Select(story => story.After)])];

    private static Article ArticleOf(StoryFold story) => story.Story.Article;
}
