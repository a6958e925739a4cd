using System.Text;
using Ledger.Domain.Stories;

namespace Ledger.Formats.Tests;

public sealed class StoryJsonTests
{
    private const string Whole = """
        {
          "headline": "Harbour wall gives way",
          "standfirst": "Nobody was hurt",
          "slug": "harbour-wall",
          "section": "Coast",
          "language": "en-GB",
          "dateline": "PORT ELLERY",
          "publishedAt": "2026-03-01T08:00:00Z",
          "credits": [
            {
              "role": "author",
              "name": "Ines Marchetti"
            },
            {
              "role": "agency",
              "name": "Northern Wire"
            }
          ],
          "blocks": [
            {
              "id": "b1",
              "type": "paragraph",
              "text": "The wall fell at “dawn” <b>& quietly</b>.\r\nThen it rained."
            },
            {
              "type": "list",
              "items": [
                "one",
                ""
              ]
            },
            {
              "id": "b3",
              "type": "quote",
              "text": "We heard it.",
              "speaker": "Oda Lind"
            },
            {
              "id": "b4",
              "type": "image",
              "url": "https://example.org/wall.jpg",
              "alt": "A broken wall",
              "caption": "The wall on Sunday",
              "credit": "Tomas Reyl"
            }
          ]
        }

        """;

    [Fact]
    public void A_whole_story_is_read_with_every_member()
    {
        var story = Read(Whole);

        Assert.Equal("harbour-wall", story.Slug);
        Assert.Equal(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), story.PublishedAt);
        Assert.Equal(
            new Article
            {
                Headline = "Harbour wall gives way",
                Standfirst = "Nobody was hurt",
                Section = "Coast",
                Language = "en-GB",
                Dateline = "PORT ELLERY",
                Credits = [new(CreditRole.Author, "Ines Marchetti"), new(CreditRole.Agency, "Northern Wire")],
                Blocks =
                [
                    new()
                    {
                        Id = "b1",
                        Type = BlockType.Paragraph,
                        Text = "The wall fell at “dawn” <b>& quietly</b>.\r\nThen it rained.",
                    },
                    new() { Id = "", Type = BlockType.List, Items = ["one", ""] },
                    new() { Id = "b3", Type = BlockType.Quote, Text = "We heard it.", Speaker = "Oda Lind" },
                    new()
                    {
                        Id = "b4",
                        Type = BlockType.Image,
                        Url = "https://example.org/wall.jpg",
                        Alt = "A broken wall",
                        Caption = "The wall on Sunday",
                        Credit = "Tomas Reyl",
                    },
                ],
            },
            story.Article);
    }

    [Fact]
    public void What_was_read_is_written_as_it_was() =>
        Assert.Equal(Whole, Encoding.UTF8.GetString(StoryJson.Write(Read(Whole))));

    [Fact]
    public void Only_headline_language_and_blocks_are_needed()
    {
        var story = Read("""{"headline":"H","language":"en","blocks":[]}""");

        Assert.Null(story.Slug);
        Assert.Null(story.PublishedAt);
        Assert.Equal(new Article { Headline = "H", Language = "en", Blocks = [] }, story.Article);
    }

    [Fact]
    public void A_member_that_may_be_left_out_may_be_null()
    {
        var story = Read("""
            {"headline":"H","standfirst":null,"slug":null,"section":null,"language":"en","dateline":null,
             "publishedAt":null,"blocks":[{"id":null,"type":"note","text":null,"items":null,"url":null}]}
            """);

        Assert.Equal(new Block { Id = "", Type = BlockType.Note }, Assert.Single(story.Article.Blocks));
    }

    [Fact]
    public void A_byte_order_mark_is_passed_over() =>
        Assert.Equal("H", Read("\uFEFF" + """{"headline":"H","language":"en","blocks":[]}""").Article.Headline);

    [Theory]
    [InlineData("H\u0000")]
    [InlineData("\u202e\u200b\ud83d\ude00 \"quoted\" \\ / </script>")]
    [InlineData("\r\n\t \u0085\u2028")]
    public void Odd_characters_survive_writing_and_reading(string headline)
    {
        var story = new StoryFile(null, null, new() { Headline = headline, Language = "en", Blocks = [] });

        Assert.Equal(headline, StoryJson.Read(StoryJson.Write(story)).Article.Headline);
    }

    [Fact]
    public void A_hundred_thousand_blocks_are_read()
    {
        var blocks = string.Join(',', Enumerable.Repeat("""{"type":"paragraph","text":"x"}""", 100_000));

        var story = Read("""{"headline":"H","language":"en","blocks":[""" + blocks + "]}");

        Assert.Equal(100_000, story.Article.Blocks.Count);
    }

    internal static StoryFile Read(string json) => StoryJson.Read(Encoding.UTF8.GetBytes(json));
}
