using System.Text;
using Ledger.Domain.Stories;
using Ledger.Projections.Revisions;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Tests.Revisions;

public sealed class BlockWriterTests
{
    [Fact]
    public void It_writes_what_the_serializer_writes()
    {
        Block[] blocks =
        [
            .. Sample.HarbourArticle.Blocks,
            Sample.Paragraph("b1", "Ærø — “naïve” \u2028 <b> & \"quoted\" \\ \t\r\n 🚢"),
            Sample.Paragraph("b1", ""),
            new() { Id = "b9", Type = BlockType.List, Items = [] },
            new() { Id = "b9", Type = BlockType.Note, Text = null },
        ];
        using var writer = new BlockWriter();

        foreach (var block in blocks)
            Assert.Equal(Stored.Json(block), Encoding.UTF8.GetString(writer.Write(block)));
    }

    [Fact]
    public void Every_property_of_a_block_is_written()
    {
        var full = new Block
        {
            Id = "b1",
            Type = BlockType.Image,
            Text = "text",
            Items = ["item"],
            Speaker = "speaker",
            Url = "url",
            Alt = "alt",
            Caption = "caption",
            Credit = "credit",
        };
        using var writer = new BlockWriter();

        Assert.All(typeof(Block).GetProperties(), property => Assert.NotNull(property.GetValue(full)));
        Assert.Equal(full, Stored.Parse<Block>(Encoding.UTF8.GetString(writer.Write(full))));
    }
}
