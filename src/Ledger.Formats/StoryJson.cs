using Ledger.Domain.Stories;

namespace Ledger.Formats;

/// <summary>A story as its JSON file has it.</summary>
/// <param name="Slug">The address wanted, or null.</param>
/// <param name="PublishedAt">When it is said to have gone out, or null.</param>
/// <param name="Article">Blocks that have no id in the file have an empty one here.</param>
public sealed record StoryFile(string? Slug, DateTimeOffset? PublishedAt, Article Article);

/// <summary>A file is not what it should be; the message says what, and where.</summary>
/// <param name="line">1 for the first, or null where the place is not known.</param>
/// <param name="column">1 for the first, counted in bytes.</param>
public sealed class InputFormatException(string message, long? line = null, long? column = null) : Exception(message)
{
    public long? Line { get; } = line;
    public long? Column { get; } = column;
}

/// <summary>The JSON form of a story, in which editors publish and revise and programs read.</summary>
public static class StoryJson
{
    /// <exception cref="InputFormatException">It is not UTF-8, not JSON, or not a story.</exception>
    public static StoryFile Read(ReadOnlyMemory<byte> utf8) => throw new InvalidOperationException($"{utf8.Length}");

    /// <summary>The article in the same form, so that what was shown can be edited and handed in again.</summary>
    public static byte[] Write(StoryFile story) => throw new InvalidOperationException($"{story}");
}
