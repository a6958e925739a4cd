using Ledger.Application.Stories;
using Microsoft.Extensions.Caching.Memory;

namespace Ledger.Application.Loading;

/// <summary>The stories that were folded last, and whose slugs are whose, in a bounded part of the memory.</summary>
/// <param name="bytes">About how much memory all of it may take.</param>
public sealed class StoryCache(long bytes = StoryCache.DefaultBytes) : IDisposable
{
    private const long DefaultBytes = 48 << 20;

    private readonly MemoryCache entries = new(new MemoryCacheOptions { SizeLimit = bytes });

    /// <summary>A story as it was at some time, or null.</summary>
    internal LoadedStory? Find(Guid id) => entries.Get<LoadedStory>(id);

    /// <summary>Keeps a story, unless a newer state of it is there.</summary>
    internal void Keep(LoadedStory story)
    {
        // Of two at the same moment the older may win, and is then brought up to date like any that is behind.
        if (Find(story.Id) is not { } known || known.Version <= story.Version)
            entries.Set(story.Id, story, Sized(StorySize.Of(story.State)));
    }

    internal void Forget(Guid id) => entries.Remove(id);

    /// <summary>The story that has a slug, or null where that is not known here.</summary>
    internal Guid? FindSlug(string slug) => entries.Get<Guid?>(slug);

    /// <summary>A slug leads to one story for ever.</summary>
    internal void KeepSlug(string slug, Guid id) => entries.Set<Guid?>(slug, id, Sized(StorySize.OfSlug(slug)));

    public void Dispose() => entries.Dispose();

    private static MemoryCacheEntryOptions Sized(long size) => new() { Size = size };
}
