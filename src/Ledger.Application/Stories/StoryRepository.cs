using Ledger.Application.Loading;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Stories;

/// <summary>Finds and folds stories, reading no more of their events than it has to.</summary>
public sealed class StoryRepository(IEventStore store, StoryCache cache, StorySnapshots snapshots)
{
    /// <summary>The id of a story by its id or any slug it has had; null when there is none.</summary>
    public async Task<Guid?> FindAsync(string idOrSlug, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(idOrSlug, out var parsed))
            return parsed;

        if (Recall(idOrSlug) is { } known)
            return known;

        var found = await store.FindByKeyAsync(Slugs.Key(idOrSlug), cancellationToken);
        if (found is { } id)
            cache.KeepSlug(idOrSlug, id);

        return found;
    }

    /// <summary>The id of the story that has had a slug; null when that is not known without asking the log.</summary>
    internal Guid? Recall(string slug) => cache.FindSlug(slug);

    /// <summary>The story as the log has it now.</summary>
    public async Task<LoadedStory> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var start = cache.Find(id) ?? await snapshots.FindAsync(id, cancellationToken) ?? LoadedStory.New(id);
        return await ReadOnAsync(start, cancellationToken);
    }

    /// <summary>The story as it was at one of its versions.</summary>
    internal async Task<LoadedStory> LoadAtAsync(Guid id, long version, CancellationToken cancellationToken)
    {
        // Up to the log first, since what is remembered may be from before an erasure; a snapshot never is.
        var now = await LoadAsync(id, cancellationToken);
        if (now.Version <= version)
            return now;

        var known = await snapshots.FindAsync(id, cancellationToken);
        var start = known is not null && known.Version <= version ? known : LoadedStory.New(id);
        return await FoldAsync(start, version, cancellationToken);
    }

    /// <summary>The story as it was when it was last looked at, if that is known, or as the log has it now.</summary>
    internal async Task<LoadedStory> RecallAsync(Guid id, CancellationToken cancellationToken) =>
        cache.Find(id) is { } known ? known with { MayBeBehind = true } : await LoadAsync(id, cancellationToken);

    /// <summary>Brings a story up to the log, from what has been read of it already.</summary>
    internal async Task<LoadedStory> RefreshAsync(
        LoadedStory story, WrongExpectedVersionException? because, CancellationToken cancellationToken)
    {
        if (because is null || because.Actual >= story.Version)
            return await ReadOnAsync(story, cancellationToken);

        // The log is shorter than it was: another database has been put in the place of the one that was read.
        cache.Forget(story.Id);
        return await LoadAsync(story.Id, cancellationToken);
    }

    /// <summary>Remembers a story that has just been changed, and the slugs it has taken by that.</summary>
    internal void Keep(LoadedStory story, IEnumerable<string> slugs)
    {
        Keep(story);
        foreach (var slug in slugs)
            cache.KeepSlug(slug, story.Id);
    }

    private void Keep(LoadedStory story)
    {
        if (story.Version > 0)
            cache.Keep(snapshots.Consider(story));
    }

    private async Task<LoadedStory> ReadOnAsync(LoadedStory known, CancellationToken cancellationToken)
    {
        var story = await FoldAsync(known with { MayBeBehind = false }, long.MaxValue, cancellationToken);
        Keep(story);
        return story;
    }

    private async Task<LoadedStory> FoldAsync(LoadedStory start, long toVersion, CancellationToken cancellationToken)
    {
        var story = start;
        if (start.Version >= toVersion)
            return story;

        var range = new StreamRange(checked(start.Version + 1), toVersion);
        await foreach (var recorded in store.ReadStreamAsync(start.Id, range, cancellationToken))
        {
            // An id may be that of a stream of another kind, which is no story.
            if (recorded.Data is not StoryEvent)
                return LoadedStory.New(start.Id);

            // What was folded before may hold the words that were erased from its events since.
            if (recorded.Data is ContentErased && start.Version > 0)
                return await FoldAsync(LoadedStory.New(start.Id), toVersion, cancellationToken);

            story = story.After(recorded);
        }

        return story;
    }
}
