using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application;

/// <summary>The one way of a command into the log: load, decide, append; again when another was first.</summary>
public sealed class CommandRunner(IEventStore store, StoryRepository stories, Limits limits, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Runs a command on the story that the request names.</summary>
    /// <exception cref="WrongExpectedVersionException">The story is not at the version the request expects.</exception>
    public async Task<Outcome> RunAsync(
        ExistingStoryRequest request, Func<DateTimeOffset, StoryCommand> command, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return new Outcome.Refused(new NotAllowed(Permission.EditStories));

        return await stories.FindAsync(request.Story, cancellationToken) is { } id
            ? await RunAsync(id, request, command, cancellationToken)
            : new Outcome.Refused(new StoryNotFound());
    }

    /// <summary>Runs a command on a story by its id, whether it exists or not.</summary>
    public async Task<Outcome> RunAsync(
        Guid id, StoryRequest request, Func<DateTimeOffset, StoryCommand> command, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return new Outcome.Refused(new NotAllowed(Permission.EditStories));

        var now = time.GetUtcNow();
        var asked = command(now);
        for (var attempt = 1; ; attempt++)
        {
            var loaded = await stories.LoadAsync(id, cancellationToken);
            if (request.ExpectedVersion is { } expected && expected != loaded.Version)
                throw new WrongExpectedVersionException(id, ExpectedVersion.Exactly(expected), loaded.Version);

            var decision = StoryDecider.Decide(asked, loaded.State, limits);
            if (decision.Refusal is { } refusal)
                return new Outcome.Refused(refusal);

            if (decision.Events.Count == 0)
                return Done(loaded, changed: false, asked);

            try
            {
                return await AppendAsync(loaded, decision.Events, asked, request, now, cancellationToken);
            }
            catch (WrongExpectedVersionException) when (request.ExpectedVersion is null && attempt < Attempts)
            {
                // Another writer was first, and this one has no opinion about the version: decide on what is there now.
            }
            catch (KeyTakenException taken)
            {
                return new Outcome.Refused(new SlugTaken(taken.Key["slug:".Length..]));
            }
        }
    }

    private async Task<Outcome> AppendAsync(
        LoadedStory loaded, IReadOnlyList<StoryEvent> events, StoryCommand asked, StoryRequest request,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        var metadata = new EventMetadata(request.Actor.Id)
        {
            ActorName = request.Actor.Name,
            CorrelationId = request.CorrelationId,
            ClaimedAt = request.ClaimedAt,
        };
        var append = new AppendRequest(loaded.Id, "story", ExpectedVersion.Exactly(loaded.Version),
            [.. events.Select(e => new NewEvent(Guid.CreateVersion7(now), e, metadata))])
        {
            Keys = [.. events.SelectMany(KeysOf)],
        };
        var result = await store.AppendAsync(append, cancellationToken);
        var after = events.Aggregate(loaded.State, (state, e) => state.Evolve(e));
        return Done(new(loaded.Id, after, result.Version, result.Position), changed: true, asked);
    }

    /// <summary>The names that an event takes for its story.</summary>
    internal static IEnumerable<string> KeysOf(StoryEvent happened) => happened switch
    {
        StoryPublished e => [StoryRepository.SlugKey(e.Slug)],
        SlugChanged e => [StoryRepository.SlugKey(e.To)],
        _ => [],
    };

    private static Outcome.Done Done(LoadedStory story, bool changed, StoryCommand asked)
    {
        var current = story.State.Current
            ?? throw new InvalidOperationException($"Story {story.Id} was changed and yet is not there.");
        return new(story.Id, current.Slug, story.Version, story.Position, current.Revision, changed,
            CorrectionOf(asked, current));
    }

    private static Guid? CorrectionOf(StoryCommand asked, Story story) => asked is StoryCommand.Correct
        ? story.Corrections.LastOrDefault(c => c.IsSameAs((StoryCommand.Correct)asked))?.Id
        : null;
}
