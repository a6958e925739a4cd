using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Stories;

/// <summary>A story as the log has it now.</summary>
/// <param name="Version">The version of its stream, 0 when nothing is published.</param>
/// <param name="Position">The position of its last event.</param>
public sealed record LoadedStory(Guid Id, StoryState State, long Version, long Position);

/// <summary>Finds and folds stories.</summary>
public sealed class StoryRepository(IEventStore store)
{
    public static string SlugKey(string slug) => $"slug:{slug}";

    /// <summary>The id of a story by its id or any slug it has had; null when there is none.</summary>
    public async Task<Guid?> FindAsync(string idOrSlug, CancellationToken cancellationToken) =>
        Guid.TryParse(idOrSlug, out var id) ? id : await store.FindByKeyAsync(SlugKey(idOrSlug), cancellationToken);

    public async Task<LoadedStory> LoadAsync(Guid id, CancellationToken cancellationToken)
    {
        var loaded = new LoadedStory(id, StoryState.Initial, 0, 0);
        await foreach (var recorded in store.ReadStreamAsync(id, StreamRange.All, cancellationToken))
        {
            loaded = loaded with
            {
                State = loaded.State.Evolve((StoryEvent)recorded.Data),
                Version = recorded.Version,
                Position = recorded.Position,
            };
        }

        return loaded;
    }
}
