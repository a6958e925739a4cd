using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;

namespace Ledger.Projections.Revisions;

/// <summary>The state of a story at its last revision, and the hashes under which its blocks are stored.</summary>
internal sealed record LastRevision(Guid StoryId, StoryState State, IReadOnlyList<byte[]> Hashes)
{
    /// <summary>Reads the columns of <c>LoadLast.sql</c>.</summary>
    public static LastRevision From(NpgsqlDataReader row)
    {
        var article = ArticleFrom(row, headline: 4);

        // The address is no part of a revision, and the fold of one does not ask for it.
        var state = Folding.Restore(
            status: Stored.Value<StoryStatus>(row.GetString(1)),
            notice: row.Text(2),
            slug: "",
            revision: row.GetInt32(3),
            article);
        return new(row.GetGuid(0), state, row.GetFieldValue<byte[][]>(10));
    }

    /// <summary>Reads the article of a revision, whose columns all statements give in one order.</summary>
    /// <exception cref="InvalidOperationException">A block of the revision is not there.</exception>
    public static Article ArticleFrom(NpgsqlDataReader row, int headline)
    {
        var blocks = row.Json<IReadOnlyList<Block?>>(headline + 7);
        if (blocks.Contains(null))
            throw new InvalidOperationException(
                "A revision names a block that is not stored; rebuild the read model 'revision'.");

        return new()
        {
            Headline = row.GetString(headline),
            Standfirst = row.Text(headline + 1),
            Section = row.Text(headline + 2),
            Language = row.GetString(headline + 3),
            Dateline = row.Text(headline + 4),
            Credits = row.Json<IReadOnlyList<Credit>>(headline + 5),
            Blocks = blocks!,
        };
    }
}
