using Ledger.Domain.Stories;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using NpgsqlTypes;

namespace Ledger.Projections.Revisions;

/// <summary>One published state of a story, as its row needs it.</summary>
internal sealed record RevisionRow(StoryStep Step, HashTree Tree)
{
    public static RowFormat<RevisionRow> Format { get; } =
        new(Sql.Of<RevisionRow>("CopyRevisions"), Sql.Of<RevisionRow>("SaveRevisions"))
        {
            { NpgsqlDbType.Uuid, row => row.StoryId },
            { NpgsqlDbType.Integer, row => row.Revision },
            { NpgsqlDbType.Bigint, row => row.Step.Recorded.Version },
            { NpgsqlDbType.Bigint, row => row.Step.Position },
            { NpgsqlDbType.Text, row => row.Step.Recorded.Type },
            { NpgsqlDbType.Text, row => Stored.Name(row.Step.After.State.Status()) },
            { NpgsqlDbType.Text, row => row.Step.After.State.Notice() },
            { NpgsqlDbType.Text, row => row.Article.Headline },
            { NpgsqlDbType.Text, row => row.Article.Standfirst },
            { NpgsqlDbType.Text, row => row.Article.Section },
            { NpgsqlDbType.Text, row => row.Article.Language },
            { NpgsqlDbType.Text, row => row.Article.Dateline },
            { NpgsqlDbType.Json, row => Stored.Utf8Json(row.Article.Credits) },
            { NpgsqlDbType.Integer, row => row.Article.Blocks.Count },
            { NpgsqlDbType.Smallint, row => (short)row.Tree.Depth },
            { NpgsqlDbType.Bytea, row => row.Tree.Entries },
            { NpgsqlDbType.Text, row => row.Step.Happened.PublicReason() },
            { NpgsqlDbType.Text, row => row.Step.Recorded.Metadata.Actor },
            { NpgsqlDbType.Text, row => row.Step.Recorded.Metadata.ActorName },
            { NpgsqlDbType.TimestampTz, row => row.OccurredAt },
            { NpgsqlDbType.TimestampTz, row => Stored.Time(row.Step.Recorded.RecordedAt) },
            { NpgsqlDbType.Boolean, row => row.Overtaken },
        };

    public Guid StoryId => Step.After.Id;

    public int Revision => Step.After.Revision;

    // A step that is a revision is the last one that the story was updated by.
    public DateTimeOffset OccurredAt => Step.After.UpdatedAt;

    /// <summary>Whether a later revision is said to have gone out no later than this one.</summary>
    public bool Overtaken { get; private set; }

    private Article Article => Step.After.Story.Article;

    /// <summary>Marks those that others among them overtake.</summary>
    /// <param name="rows">New revisions, those of each story in order.</param>
    /// <returns>The earliest time that the new revisions of each story claim.</returns>
    public static Dictionary<Guid, DateTimeOffset> MarkOvertaken(IReadOnlyList<RevisionRow> rows)
    {
        var earliest = new Dictionary<Guid, DateTimeOffset>();
        foreach (var row in rows.Reverse())
        {
            var after = earliest.GetValueOrDefault(row.StoryId, DateTimeOffset.MaxValue);
            row.Overtaken = row.OccurredAt >= after;
            earliest[row.StoryId] = row.OccurredAt < after ? row.OccurredAt : after;
        }

        return earliest;
    }
}
