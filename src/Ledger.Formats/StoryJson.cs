using System.Text.Encodings.Web;
using System.Text.Json;
using Ledger.Domain.Stories;

namespace Ledger.Formats;

/// <summary>A story as its JSON file has it.</summary>
/// <param name="Slug">The address wanted, or null.</param>
/// <param name="PublishedAt">When it is said to have gone out, or null.</param>
/// <param name="Article">Blocks that have no id in the file have an empty one here.</param>
public sealed record StoryFile(string? Slug, DateTimeOffset? PublishedAt, Article Article);

/// <summary>The JSON form of a story, in which editors publish and revise and programs read.</summary>
/// <remarks>
/// Only the form is checked here: what a story may say is for the domain to decide. A member that is not known or
/// occurs twice is an error, since passing over it would lose what somebody wrote.
/// </remarks>
public static class StoryJson
{
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Reads a story; a byte order mark before it is passed over.</summary>
    /// <exception cref="InputFormatException">It is not UTF-8, not JSON, or not a story.</exception>
    public static StoryFile Read(ReadOnlyMemory<byte> utf8)
    {
        var input = new JsonInput(utf8.Span);
        var story = StoryJsonReader.Story(ref input);
        input.ExpectEnd();
        return story;
    }

    /// <summary>The article in the same form, so that what was shown can be edited and handed in again.</summary>
    public static byte[] Write(StoryFile story)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Indented))
            StoryJsonWriter.Story(json, story);

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }
}
