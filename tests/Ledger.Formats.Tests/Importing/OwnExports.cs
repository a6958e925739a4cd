using System.Text;
using Ledger.Domain.Stories;
using Ledger.Formats.NewsMl;
using Ledger.Formats.Ninjs;
using Ledger.Formats.Tests.Publishing;

namespace Ledger.Formats.Tests.Importing;

/// <summary>What this site gives out, taken in by another one.</summary>
public sealed class OwnExports
{
    [Fact]
    public async Task A_story_comes_back_from_NewsML_G2_with_every_block_of_its_text()
    {
        var story = Sample.Corrected with
        {
            Article = Sample.Corrected.Article with
            {
                Blocks = [.. Sample.Corrected.Article.Blocks.Where(block => block.Type != BlockType.Image)],
            },
        };

        var read = Assert.Single(await ImportGiven.ReadAsync("newsml-g2", NewsMlWriter.Write(story)));

        Assert.Equal(
            ("The Ellery Post", $"urn:uuid:{story.Id}", 3, story.RevisedAt, story.Reason!.ReplaceLineEndings("\n")),
            (read.Source, read.Article, read.Revision, read.At, read.Comment));
        Assert.Equal(
            (story.Article.Headline, story.Article.Standfirst, "en-GB", "PORT ELLERY"),
            (read.Title, read.Summary, read.Language, read.Detail!.Dateline));
        Assert.Equal(
            [
                new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Author, "Una Brandt"),
                new(CreditRole.Agency, "Northern Wire"),
            ],
            read.Detail.Credits);
        Assert.Equal(
            story.Article.Blocks.Select(block => block with { Id = "", Text = Readable(block.Text) }),
            read.Detail.Blocks);
    }

    [Fact]
    public async Task A_picture_comes_back_from_NewsML_G2_with_its_words()
    {
        var picture = Sample.Corrected.Article.Blocks.Single(block => block.Type == BlockType.Image);

        var read = Assert.Single(await ImportGiven.ReadAsync("newsml-g2", NewsMlWriter.Write(Sample.Corrected)));

        var block = Assert.Single(read.Detail!.Blocks, block => block.Type == BlockType.Image);
        Assert.Equal("https://news.example/pictures/the%20wall.jpg", block.Url);
        Assert.Equal((picture.Alt, $"{picture.Caption} {picture.Credit}"), (block.Alt, block.Caption));
    }

    [Fact]
    public async Task A_story_comes_back_from_ninjs_with_its_words()
    {
        var story = Sample.Corrected;

        var read = Assert.Single(await ImportGiven.ReadAsync("ninjs", NinjsJson.Write(story)));

        Assert.Equal(
            ("news.example", story.Permanent, 3, story.RevisedAt, null),
            (read.Source, read.Article, read.Revision, read.At, read.Comment));
        Assert.Equal(
            (story.Article.Headline, story.Article.Standfirst, "en-GB", "PORT ELLERY", "Coast"),
            (read.Title, read.Summary, read.Language, read.Detail!.Dateline, read.Detail.Section));
        Assert.Equal(story.Article.Credits.ToHashSet(), read.Detail.Credits.ToHashSet());
        var picture = read.Detail.Blocks[0];
        Assert.Equal(
            (BlockType.Image, "A broken wall", "The wall on Sunday", "Tomas Reyl"),
            (picture.Type, picture.Alt, picture.Caption, picture.Credit));
        Assert.Equal(
            story.Article.ToBodyText(),
            string.Join("\n\n", read.Detail.Blocks.Skip(1).Select(block => block.ToBodyText())));
    }

    [Theory]
    [InlineData("newsml-g2")]
    [InlineData("ninjs")]
    public async Task A_withdrawn_story_is_one_that_its_source_has_cancelled(string format)
    {
        var file = format == "ninjs" ? NinjsJson.Write(Sample.Withdrawn) : NewsMlWriter.Write(Sample.Withdrawn);

        Assert.True(Assert.Single(await ImportGiven.ReadAsync(format, file)).IsCancelled);
    }

    [Fact]
    public async Task Versions_in_any_order_come_out_rising()
    {
        var both = Join(NinjsJson.Write(Sample.Corrected), NinjsJson.Write(Sample.First));

        Assert.Equal([1, 3], (await ImportGiven.ReadAsync("ninjs", both)).Select(read => read.Revision));
    }

    // A character that XML cannot say is given out as the one that stands for such.
    private static string? Readable(string? text) => text?.Replace('\uFFFE', '\uFFFD');

    private static byte[] Join(params byte[][] files) =>
        Encoding.UTF8.GetBytes($"[{string.Join(',', files.Select(Encoding.UTF8.GetString))}]");
}
