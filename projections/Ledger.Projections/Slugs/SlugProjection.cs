using System.Diagnostics;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Slugs;

/// <summary>Keeps every address that a story has or had.</summary>
internal sealed class SlugProjection : IProjection
{
    public string Name => "slug";

    public int Version => 1;

    public IReadOnlyList<Table> Tables { get; } = [new("slug", Sql.Of<SlugProjection>("Slug"))];

    public async Task ApplyAsync(
        IReadOnlyList<RecordedEvent> events, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var slugs = Fold(events);
        if (slugs.Count == 0)
            return;

        await using var retire = connection.Command(Sql.Of<SlugProjection>("Retire"))
            .With(slugs.Select(slug => slug.StoryId).Distinct().ToArray());
        await retire.ExecuteNonQueryAsync(cancellationToken);

        await using var save = connection.Command(Sql.Of<SlugProjection>("Save"))
            .Column(slugs, slug => slug.Slug)
            .Column(slugs, slug => slug.StoryId)
            .Column(slugs, slug => slug.Current);
        var saved = await save.ExecuteNonQueryAsync(cancellationToken);
        if (saved != slugs.Count)
            throw new UnreachableException($"{slugs.Count - saved} of the slugs taken belong to other stories.");
    }

    /// <summary>The slugs that the events give to stories; of each story the last one is the current.</summary>
    private static List<SlugRow> Fold(IReadOnlyList<RecordedEvent> events)
    {
        var taken = events.Select(recorded => (recorded.StreamId, Slug: SlugOf(recorded.Happened())))
            .Where(pair => pair.Slug is not null)
            .ToList();
        var current = new Dictionary<Guid, string>();
        foreach (var (story, slug) in taken)
            current[story] = slug!;

        return [.. taken.Distinct().Select(pair =>
            new SlugRow(pair.Slug!, pair.StreamId, current[pair.StreamId] == pair.Slug))];
    }

    private static string? SlugOf(StoryEvent happened) => happened switch
    {
        StoryPublished e => e.Slug,
        SlugChanged e => e.To,
        _ => null,
    };

    private sealed record SlugRow(string Slug, Guid StoryId, bool Current);
}
