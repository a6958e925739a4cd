using Ledger.Domain.Stories;

namespace Ledger.Application.Stories;

/// <summary>The addresses of stories as names in the log: each leads to one story for ever.</summary>
public static class Slugs
{
    private const string Prefix = "slug:";

    public static string Key(string slug) => Prefix + slug;

    /// <summary>The slug that a name in the log stands for.</summary>
    public static string OfKey(string key) => key[Prefix.Length..];

    /// <summary>The slugs that an event takes for its story.</summary>
    internal static IEnumerable<string> TakenBy(StoryEvent happened) => happened switch
    {
        StoryPublished e => [e.Slug],
        SlugChanged e => [e.To],
        _ => [],
    };
}
