using Ledger.Application.Once;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application;

/// <summary>The one way of a command into the log: load, decide, append; again when another was first.</summary>
public sealed class CommandRunner(IEventStore store, StoryRepository stories, Limits limits, TimeProvider time)
{
    private const int Attempts = 5;

    private readonly FirstOutcomes firstOutcomes = new(store, stories);

    /// <summary>Runs a command on the story that the request names.</summary>
    /// <exception cref="WrongExpectedVersionException">The story is not at the version the request expects.</exception>
    public async Task<Outcome> RunAsync(
        ExistingStoryRequest request, Func<DateTimeOffset, StoryCommand> command, CancellationToken cancellationToken)
    {
        if (Forbidden(request) is { } forbidden)
            return forbidden;

        var asked = Asked.Of(request, command, time.GetUtcNow());
        return await stories.FindAsync(request.Story, cancellationToken) is { } id
            ? await RunAsync(asked, await stories.RecallAsync(id, cancellationToken), cancellationToken)
            : await FirstOrAsync(asked, () => new Outcome.Refused(new StoryNotFound()), cancellationToken);
    }

    /// <summary>Runs a command on a story by its id, or on a new one where there is none.</summary>
    public async Task<Outcome> RunAsync(
        Guid? id, StoryRequest request, Func<DateTimeOffset, StoryCommand> command, CancellationToken cancellationToken)
    {
        if (Forbidden(request) is { } forbidden)
            return forbidden;

        var asked = Asked.Of(request, command, time.GetUtcNow());
        return await RunAsync(
            asked,
            id is { } known
                ? await stories.RecallAsync(known, cancellationToken)
                : LoadedStory.New(Guid.CreateVersion7(asked.Now)),
            cancellationToken);
    }

    private static Outcome.Refused? Forbidden(StoryRequest request) =>
        !request.Actor.May(Permission.EditStories) ? new(new NotAllowed(Permission.EditStories))
        : request.IdempotencyKey is { } key && !CommandIds.IsWellFormed(key) ? new(new InvalidIdempotencyKey())
        : null;

    private async Task<Outcome> RunAsync(Asked asked, LoadedStory story, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ;)
        {
            var verdict = Decide(asked, story);
            WrongExpectedVersionException? overtaken = null;
            try
            {
                if (verdict.Events.Count > 0)
                    return await AppendAsync(asked, story, verdict, cancellationToken);

                if (!story.MayBeBehind)
                    return await FirstOrAsync(asked, verdict.Answer, cancellationToken);
            }
            catch (CommandRepeatedException repeated)
            {
                return await firstOutcomes.AnswerAsync(asked.Id!, repeated.First, cancellationToken);
            }
            catch (WrongExpectedVersionException e) when (asked.Request.ExpectedVersion is null && attempt < Attempts)
            {
                // Another writer was first, and this one has no opinion about the version: decide on what is there now.
                // That the state in memory was behind is not held against it.
                overtaken = e;
                attempt += story.MayBeBehind ? 0 : 1;
            }
            catch (KeyTakenException taken) when (!story.MayBeBehind)
            {
                return new Outcome.Refused(new SlugTaken(Slugs.OfKey(taken.Key)));
            }
            catch (KeyTakenException)
            {
                // As the story is by now, there may be another answer.
            }

            story = await stories.RefreshAsync(story, overtaken, cancellationToken);
        }
    }

    private Verdict Decide(Asked asked, LoadedStory story)
    {
        // A version of what is not there is for the rules to answer: there is no such story.
        if (story.Version > 0 && asked.Request.ExpectedVersion is { } expected && expected != story.Version)
        {
            return Verdict.Nothing(story, () => throw new WrongExpectedVersionException(
                story.Id, ExpectedVersion.Exactly(expected), story.Version));
        }

        if ((RefuseDesk(asked, story.State) ?? RefuseRemoval(asked, story.State)) is { } before)
            return Verdict.Nothing(story, () => new Outcome.Refused(before));

        var decision = StoryDecider.Decide(asked.Command, story.State, limits);
        var state = decision.Events.Aggregate(story.State, (known, happened) => known.Evolve(happened));

        // Nor may a story be taken over to another desk, or begun there.
        if (decision.Events.Count > 0 && asked.Request.Actor.RefuseSection(state.Current?.Article.Section) is { } after)
            return Verdict.Nothing(story, () => new Outcome.Refused(after));

        return new(decision.Events, state, () => decision.Refusal is { } refusal
            ? new Outcome.Refused(refusal)
            : Done(story, changed: false, asked.Command));
    }

    // What is asked of a story that is not there, and of one whose address a new story wants, is for the rules to say.
    private static Refusal? RefuseDesk(Asked asked, StoryState state) =>
        asked.Command is StoryCommand.Publish || state.Current is not { } story
            ? null
            : asked.Request.Actor.RefuseSection(story.Article.Section);

    // What the law took away is not for every editor to bring back.
    private static NotAllowed? RefuseRemoval(Asked asked, StoryState state) =>
        (asked.Command is StoryCommand.RemoveForLegalReasons
            || (asked.Command is StoryCommand.Reinstate && state is StoryState.Removed))
        && !asked.Request.Actor.May(Permission.RemoveStories)
            ? new(Permission.RemoveStories)
            : null;

    // Whoever asks again has to be told of the first time before anything else.
    private async Task<Outcome> FirstOrAsync(
        Asked asked, Func<Outcome> answer, CancellationToken cancellationToken) =>
        await firstOutcomes.FindAsync(asked.Id, cancellationToken) ?? answer();

    private async Task<Outcome> AppendAsync(
        Asked asked, LoadedStory story, Verdict verdict, CancellationToken cancellationToken)
    {
        var result = await store.AppendAsync(asked.ToAppend(story, verdict.Events), cancellationToken);
        var after = story with
        {
            State = verdict.State,
            Version = result.Version,
            Position = result.Position,
        };
        stories.Keep(after, verdict.Events.SelectMany(Slugs.TakenBy));
        return Done(after, changed: true, asked.Command);
    }

    private static Outcome.Done Done(LoadedStory story, bool changed, StoryCommand command)
    {
        var current = story.State.Current
            ?? throw new InvalidOperationException($"Story {story.Id} was changed and yet is not there.");
        return new(story.Id, current.Slug, story.Version, story.Position, current.Revision, changed,
            CorrectionOf(command, current));
    }

    private static Guid? CorrectionOf(StoryCommand command, Story story) => command is StoryCommand.Correct correct
        ? story.Corrections.LastOrDefault(correction => correction.IsSameAs(correct))?.Id
        : null;
}
