using Ledger.Domain.Stories;
using Ledger.Projections.Changelog;
using Ledger.Projections.Revisions;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Blaming;

/// <summary>Reads where the words of any state of a story have come from.</summary>
public sealed class BlameQueries(NpgsqlDataSource database)
{
    /// <summary>The phrases of one state, whatever its age, with the changes that put them there.</summary>
    public async Task<BlameView> FindAsync(RevisionView revision, CancellationToken cancellationToken)
    {
        var (story, number) = (revision.Summary.StoryId, revision.Summary.Revision);
        var article = revision.Article;
        await using var command = database.CreateCommand(Sql.Of<BlameQueries>("Find"))
            .With(story)
            .With(number)
            .With<string[]>([BlameProjection.Head, .. article.Blocks.Select(block => block.Id)]);
        var parts = await command.ReadAsync(
            row => (Part: row.GetString(0), Blame: new PartBlame(row.GetInt32(1), StoredRuns.Read(row.Text(2)))),
            cancellationToken);
        var known = parts.ToDictionary(part => part.Part, part => part.Blame, StringComparer.Ordinal);

        var fields = BlamedText.Of(article, BlameOf(BlameProjection.Head));
        List<BlamedBlock> blocks = [.. article.Blocks.Select(block => new BlamedBlock(
            block.Id, block.Type, BlamedText.Of(block, BlameOf(block.Id))))];
        var origins = await FindOriginsAsync(story, Revisions(fields, blocks), cancellationToken);
        return new(revision, fields, blocks, origins);

        PartBlame BlameOf(string part) => known.GetValueOrDefault(part, PartBlame.First);
    }

    private async Task<IReadOnlyDictionary<int, ChangelogEntry>> FindOriginsAsync(
        Guid story, int[] revisions, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<BlameQueries>("FindOrigins"))
            .With(story)
            .With(revisions);
        var entries = await command.ReadAsync(ChangelogQueries.ToEntry, cancellationToken);
        return entries.ToDictionary(entry => entry.Revision);
    }

    private static int[] Revisions(IEnumerable<BlamedText> fields, IEnumerable<BlamedBlock> blocks) =>
        [.. fields.Concat(blocks.SelectMany(block => block.Fields))
            .SelectMany(text => text.Phrases)
            .SelectMany(phrase => new[] { phrase.Revision, phrase.Returned ?? phrase.Revision })
            .Distinct()];
}
