using System.Diagnostics;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Stories;

/// <summary>A story folded from its events, as the row of it needs.</summary>
internal sealed record StoryRow
{
    public required Guid Id { get; init; }
    public StoryState State { get; private init; } = StoryState.Initial;
    public long Version { get; private init; }
    public long Position { get; private init; }
    public int Corrections { get; private init; }
    public DateTimeOffset PublishedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }

    public StoryRow Apply(RecordedEvent recorded)
    {
        var happened = recorded.Happened();
        if (recorded.Version != Version + 1)
            throw new UnreachableException($"Version {Version + 1} of the story is to follow, not {recorded.Version}.");

        return this with
        {
            State = State.Evolve(happened),
            Version = recorded.Version,
            Position = recorded.Position,
            Corrections = Corrections + (happened is CorrectionIssued ? 1 : 0),
            PublishedAt = happened is StoryPublished ? Stored.Time(recorded.OccurredAt) : PublishedAt,
            UpdatedAt = happened.IsRevision() ? Stored.Time(recorded.OccurredAt) : UpdatedAt,
        };
    }

    /// <summary>Reads the columns of <c>Load.sql</c>.</summary>
    public static StoryRow From(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        State = Folding.Restore(
            status: Stored.Value<StoryStatus>(row.GetString(2)),
            notice: row.Text(3),
            slug: row.GetString(1),
            revision: row.GetInt32(4),
            article: row.Json<Article>(8)),
        Version = row.GetInt64(5),
        Position = row.GetInt64(6),
        Corrections = row.GetInt32(7),
        PublishedAt = row.Time(9),
        UpdatedAt = row.Time(10),
    };
}
