using System.Globalization;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Import;

/// <summary>Finds the story of an article in another system, and how much of the article it has already.</summary>
internal sealed class ImportedStories(IEventStore store, TimeProvider time)
{
    /// <summary>The name by which the story is found; the unit separator occurs in neither part.</summary>
    public static string Key(string source, string article) => $"import:{source}\u001f{article}";

    /// <summary>An article of which nothing is in the log.</summary>
    public ArticleState New() => new() { StoryId = Guid.CreateVersion7(time.GetUtcNow()) };

    public async Task<ArticleState> LoadAsync(string source, string article, CancellationToken cancellationToken)
    {
        if (await store.FindByKeyAsync(Key(source, article), cancellationToken) is not { } id)
            return New();

        var story = StoryState.Initial;
        var version = 0L;
        var imported = new List<ImportedState>();
        var edited = new List<Story>();
        await foreach (var recorded in store.ReadStreamAsync(id, StreamRange.All, cancellationToken))
        {
            story = story.Evolve((StoryEvent)recorded.Data);
            version = recorded.Version;
            var now = story.Current
                ?? throw new InvalidOperationException($"Story {id} has events and yet is not there.");

            if (recorded.Metadata.ImportedRevision is { } revision)
            {
                if (imported.Count > 0 && imported[^1].Imported == revision)
                    imported.RemoveAt(imported.Count - 1);

                imported.Add(new(revision, now.Revision));
                edited.Clear();
            }
            else
            {
                edited.Add(now);
            }
        }

        return new() { StoryId = id, Story = story, Version = version, Imported = imported, EditedSince = edited };
    }

    /// <summary>Sets aside the slug with a number that is free: the lowest, where those in use have no gap.</summary>
    public async Task<string> ClaimFreeSlugAsync(ImportRun run, string slug, CancellationToken cancellationToken)
    {
        string free;
        do
            free = await FindFreeSlugAsync(run, slug, cancellationToken);
        while (!run.Claim(free));

        return free;
    }

    private async Task<string> FindFreeSlugAsync(ImportRun run, string slug, CancellationToken cancellationToken)
    {
        var (taken, free) = (1, 2);
        while (await IsTakenAsync(free))
            (taken, free) = (free, free * 2);

        while (free - taken > 1)
        {
            var middle = (taken + free) / 2;
            (taken, free) = await IsTakenAsync(middle) ? (middle, free) : (taken, middle);
        }

        return Numbered(free);

        string Numbered(int number) => string.Create(CultureInfo.InvariantCulture, $"{slug}-{number}");

        async Task<bool> IsTakenAsync(int number) => run.IsClaimed(Numbered(number))
            || await store.FindByKeyAsync(Slugs.Key(Numbered(number)), cancellationToken) is not null;
    }
}
