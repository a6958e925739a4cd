using System.Text;
using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Formats.Comparing;

namespace Ledger.Formats.Tests.Comparing;

public sealed class MediaWikiDiffTests
{
    private static readonly Article Before = Of("Wall falls",
        Paragraph("b1", "Die Mauer fiel früh."), Paragraph("b2", "It was old."), Paragraph("b3", "Nobody came."));

    [Fact]
    public void Lines_have_the_members_of_mediawiki_with_lengths_in_bytes()
    {
        var diff = Compare(Before, Of("Wall fell",
            Paragraph("b1", "Die Mauer fiel später."), Paragraph("b2", "It was old."), Paragraph("b4", "Boats came.")));

        Assert.Equal(
            [(3, 1, "headline"), (0, 2, "language"), (3, 3, "text"), (0, 4, "text"), (2, 5, "text"), (1, 5, "text")],
            diff.Select(line => (Number(line, "type"), Number(line, "lineNumber"), Text(line, "field"))));
        Assert.Equal("Die Mauer fiel frühspäter.", Text(diff[2], "text"));
        Assert.Equal(
            [(15, 5, 1), (20, 7, 0)],
            diff[2].GetProperty("highlightRanges").EnumerateArray()
                .Select(range => (Number(range, "start"), Number(range, "length"), Number(range, "type"))));
        Assert.Equal(JsonValueKind.Null, diff[5].GetProperty("offset").GetProperty("from").ValueKind);
        Assert.Equal("b4", Text(diff[5], "block"));
        Assert.False(diff[3].TryGetProperty("highlightRanges", out _));
    }

    [Fact]
    public void A_paragraph_that_moved_stands_at_both_places_and_each_names_the_other()
    {
        var diff = Compare(Before, Of("Wall falls",
            Paragraph("b3", "Nobody came."), Paragraph("b1", "Die Mauer fiel früh."), Paragraph("b2", "It is old.")));

        var here = Assert.Single(diff, line => Number(line, "type") == 5).GetProperty("moveInfo");
        var away = Assert.Single(diff, line => Number(line, "type") == 4).GetProperty("moveInfo");
        Assert.Equal((Text(here, "id"), Text(here, "linkId")), (Text(away, "linkId"), Text(away, "id")));
        Assert.Equal((0, 1), (Number(here, "linkDirection"), Number(away, "linkDirection")));
    }

    [Fact]
    public void Offsets_lead_into_the_lines_of_each_side()
    {
        var after = Of("Wall fell", Paragraph("b3", "Nobody came."), Paragraph("b1", "Später."));
        var diff = Compare(Before, after);

        foreach (var (side, other) in new[] { ("from", 0), ("to", 1) })
        {
            var lines = diff
                .Where(line => line.GetProperty("offset").GetProperty(side).ValueKind == JsonValueKind.Number)
                .Select(line => (Offset: Number(line.GetProperty("offset"), side), Line: Side(line, other))).ToList();
            var whole = Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.Line)));
            Assert.All(lines, line => Assert.StartsWith(
                line.Line, Encoding.UTF8.GetString(whole.AsSpan(line.Offset)), StringComparison.Ordinal));
        }
    }

    // The words of a line without those of the other side: those marked as taken out (1) or put in (0).
    private static string Side(JsonElement line, int without)
    {
        var bytes = Encoding.UTF8.GetBytes(Text(line, "text")!).ToList();
        if (line.TryGetProperty("highlightRanges", out var ranges))
        {
            foreach (var range in ranges.EnumerateArray().Reverse().Where(r => Number(r, "type") == without))
                bytes.RemoveRange(Number(range, "start"), Number(range, "length"));
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static List<JsonElement> Compare(Article before, Article after)
    {
        var body = JsonDocument.Parse(MediaWikiDiff.Write(3, before, 7, after)).RootElement;
        Assert.Equal((3, 7), (Number(body.GetProperty("from"), "id"), Number(body.GetProperty("to"), "id")));
        return [.. body.GetProperty("diff").EnumerateArray()];
    }

    private static Article Of(string headline, params Block[] blocks) =>
        new() { Headline = headline, Language = "en", Blocks = blocks };

    private static Block Paragraph(string id, string text) =>
        new() { Id = id, Type = BlockType.Paragraph, Text = text };

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
