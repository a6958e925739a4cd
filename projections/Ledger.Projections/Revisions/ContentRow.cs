using Ledger.Projections.Rows;
using NpgsqlTypes;

namespace Ledger.Projections.Revisions;

/// <summary>A block, or a page of a long list of blocks, of one story.</summary>
internal sealed record ContentRow(Guid StoryId, ContentHash Hash, byte[] Content)
{
    public static RowFormat<ContentRow> Blocks { get; } =
        new(Sql.Of<ContentRow>("CopyBlocks"), Sql.Of<ContentRow>("SaveBlocks"))
        {
            { NpgsqlDbType.Uuid, row => row.StoryId },
            { NpgsqlDbType.Bytea, row => row.Hash.ToBytes() },
            { NpgsqlDbType.Text, row => row.Content },
        };

    public static RowFormat<ContentRow> Pages { get; } =
        new(Sql.Of<ContentRow>("CopyPages"), Sql.Of<ContentRow>("SavePages"))
        {
            { NpgsqlDbType.Uuid, row => row.StoryId },
            { NpgsqlDbType.Bytea, row => row.Hash.ToBytes() },
            { NpgsqlDbType.Bytea, row => row.Content },
        };
}
