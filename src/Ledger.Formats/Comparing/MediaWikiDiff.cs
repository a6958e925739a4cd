using System.Text;
using System.Text.Json;
using Ledger.Domain.Stories;
using Ledger.Text;

namespace Ledger.Formats.Comparing;

/// <summary>Two states of a story compared in the shape that MediaWiki's REST API gives to <c>compare</c>.</summary>
/// <remarks>
/// A line is one text of the article, so that the headline, the credits and the captions are lines, too; its text may
/// have line breaks of its own. Beside MediaWiki's members each line has <c>field</c> and, in the body, <c>block</c>.
/// Lengths and offsets are bytes of UTF-8; offsets count lines that are joined by a line feed.
/// </remarks>
public static class MediaWikiDiff
{
    /// <summary>The comparison of two states, by the numbers of their revisions.</summary>
    public static byte[] Write(int from, Article before, int to, Article after) => JsonText.Write(json =>
    {
        var lines = LineDiff.Compare(before, after);
        json.WriteStartObject();
        WriteSide(json, "from", from, before, lines, line => line.Before);
        WriteSide(json, "to", to, after, lines, line => line.After);
        json.WriteStartArray("diff");
        var ends = lines
            .Select((line, place) => (line, place))
            .Where(end => IsMoved(end.line))
            .ToLookup(end => (end.line.BlockId, end.line.Field), end => end.place);
        var (number, fromOffset, toOffset) = (1, 0, 0);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            json.WriteStartObject();
            WriteLine(json, line, number, fromOffset, toOffset);
            if (IsMoved(line))
                WriteMove(json, line, linksDown: ends[(line.BlockId, line.Field)].Max() > i);

            json.WriteEndObject();
            fromOffset += LengthOf(line.Before);
            toOffset += LengthOf(line.After);
            number += line.After is null ? 0 : 1;
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteSide(
        Utf8JsonWriter json, string name, int revision, Article article, IReadOnlyList<DiffLine> lines,
        Func<DiffLine, string?> side)
    {
        var headings = article.Blocks.Where(block => block.Type == BlockType.Heading).Select(block => block.Id)
            .ToHashSet();
        json.WriteStartObject(name);
        json.WriteNumber("id", revision);
        json.WriteString("slot_role", "main");
        json.WriteStartArray("sections");
        var offset = 0;
        foreach (var line in lines)
        {
            if (side(line) is { } text && line.BlockId is { } block && headings.Contains(block))
            {
                json.WriteStartObject();
                json.WriteNumber("level", 2);
                json.WriteString("heading", text);
                json.WriteNumber("offset", offset);
                json.WriteEndObject();
            }

            offset += LengthOf(side(line));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, DiffLine line, int number, int fromOffset, int toOffset)
    {
        json.WriteNumber("type", TypeOf(line.Change));
        json.WriteNumber("lineNumber", number);
        json.WriteString("text", string.Concat(line.Runs.Select(run => run.Text)));
        json.WriteStartObject("offset");
        Offset(json, "from", line.Before is null ? null : fromOffset);
        Offset(json, "to", line.After is null ? null : toOffset);
        json.WriteEndObject();
        if (line.Change is LineChange.Changed or LineChange.MovedHere)
            WriteRanges(json, line.Runs);

        json.WriteString("field", line.Field);
        json.Optional("block", line.BlockId);
    }

    private static void WriteRanges(Utf8JsonWriter json, IReadOnlyList<DiffRun> runs)
    {
        json.WriteStartArray("highlightRanges");
        var start = 0;
        foreach (var run in runs)
        {
            var length = Encoding.UTF8.GetByteCount(run.Text);
            if (run.Kind != DiffKind.Same)
            {
                json.WriteStartObject();
                json.WriteNumber("start", start);
                json.WriteNumber("length", length);
                json.WriteNumber("type", run.Kind == DiffKind.Added ? 0 : 1);
                json.WriteEndObject();
            }

            start += length;
        }

        json.WriteEndArray();
    }

    private static bool IsMoved(DiffLine line) => line.Change is LineChange.MovedHere or LineChange.MovedAway;

    // Each end of a move names the other; 0 says that the other is further down, 1 that it is further up.
    private static void WriteMove(Utf8JsonWriter json, DiffLine line, bool linksDown)
    {
        var (here, there) = ($"moved_to_{line.BlockId}_{line.Field}", $"moved_from_{line.BlockId}_{line.Field}");
        var isSource = line.Change == LineChange.MovedAway;
        json.WriteStartObject("moveInfo");
        json.WriteString("id", isSource ? there : here);
        json.WriteString("linkId", isSource ? here : there);
        json.WriteNumber("linkDirection", linksDown ? 0 : 1);
        json.WriteEndObject();
    }

    private static int TypeOf(LineChange change) => change switch
    {
        LineChange.Same => 0,
        LineChange.Added => 1,
        LineChange.Removed => 2,
        LineChange.Changed => 3,
        LineChange.MovedAway => 4,
        LineChange.MovedHere => 5,
    };

    private static int LengthOf(string? line) => line is null ? 0 : Encoding.UTF8.GetByteCount(line) + 1;

    private static void Offset(Utf8JsonWriter json, string name, int? offset)
    {
        if (offset is { } known)
            json.WriteNumber(name, known);
        else
            json.WriteNull(name);
    }
}
