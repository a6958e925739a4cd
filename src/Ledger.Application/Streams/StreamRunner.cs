using Ledger.Application.Once;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain;
using Ledger.EventStore;

namespace Ledger.Application.Streams;

/// <summary>
/// The one way of a command into a stream that is not a story's: load, decide, append; again when another was first.
/// </summary>
public sealed class StreamRunner(
    IEventStore store, StreamLoader streams, StoryRepository stories, TimeProvider time)
{
    private const int Attempts = 5;

    /// <summary>Runs a command on a stream, which need not exist: that is for the decider to say.</summary>
    /// <param name="kind">What kind of stream it is.</param>
    /// <param name="id">The stream; null for a new one.</param>
    /// <param name="request">Who asks, what version they saw, under which key.</param>
    /// <param name="permission">What the actor needs.</param>
    /// <param name="decide">The rule: what follows in a state, at a time. It may be asked several times.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="WrongExpectedVersionException">It is not at the version the request expects.</exception>
    public async Task<StreamOutcome<TState>> RunAsync<TEvent, TState>(
        StreamKind<TEvent, TState> kind, Guid? id, CommandRequest request, Permission permission,
        Func<TState, DateTimeOffset, Decision<TEvent>> decide, CancellationToken cancellationToken)
        where TEvent : notnull
    {
        if (Forbidden(request, permission) is { } forbidden)
            return new StreamOutcome<TState>.Refused(forbidden);

        var now = time.GetUtcNow();
        var command = CommandIds.Of(request);
        var stream = id ?? Guid.CreateVersion7(now);
        for (var attempt = 1; ; attempt++)
        {
            var loaded = await streams.LoadAsync(kind, stream, cancellationToken);
            var decision = Decide(loaded, request, state => decide(state, now));
            if (decision.Events.Count == 0)
            {
                // Whoever asks again has to be told of the first time before anything else.
                return await FirstAsync(kind, command, cancellationToken) ?? Answer(loaded, request, decision);
            }

            var after = decision.Events.Aggregate(loaded.State, kind.Evolve);
            if (await RefuseDeskAsync(kind.StoryOf(after), request.Actor, permission, cancellationToken) is { } other)
                return new StreamOutcome<TState>.Refused(other);

            try
            {
                return await AppendAsync(kind, loaded, request, command, now, decision.Events, cancellationToken);
            }
            catch (CommandRepeatedException repeated)
            {
                return await FirstAsync(kind, command!, repeated.First, cancellationToken);
            }
            catch (WrongExpectedVersionException) when (request.ExpectedVersion is null && attempt < Attempts)
            {
                // Another writer was first, and this one has no opinion about the version: decide on what is there now.
            }
        }
    }

    private static Refusal? Forbidden(CommandRequest request, Permission permission) =>
        !request.Actor.May(permission) ? new NotAllowed(permission)
        : request.IdempotencyKey is { } key && !CommandIds.IsWellFormed(key) ? new InvalidIdempotencyKey()
        : null;

    // What is about a story of another desk is not for the actor either; but an error anybody may report.
    private async Task<Refusal?> RefuseDeskAsync(
        Guid? story, Actor actor, Permission permission, CancellationToken cancellationToken) =>
        story is { } id && actor.Desks.Count > 0 && permission != Permission.ReportErrors
        && (await stories.LoadAsync(id, cancellationToken)).State.Current is { } current
            ? actor.RefuseSection(current.Article.Section)
            : null;

    // A stale command is not decided, unless there is nothing that it could be stale against.
    private static Decision<TEvent> Decide<TEvent, TState>(
        LoadedStream<TState> loaded, CommandRequest request, Func<TState, Decision<TEvent>> decide) =>
        IsStale(loaded, request) ? new([], null) : decide(loaded.State);

    private static bool IsStale<TState>(LoadedStream<TState> loaded, CommandRequest request) =>
        loaded.Exists && request.ExpectedVersion is { } expected && expected != loaded.Version;

    private static StreamOutcome<TState> Answer<TEvent, TState>(
        LoadedStream<TState> loaded, CommandRequest request, Decision<TEvent> decision) =>
        IsStale(loaded, request)
            ? throw new WrongExpectedVersionException(
                loaded.Id, ExpectedVersion.Exactly(request.ExpectedVersion!.Value), loaded.Version)
            : decision.Refusal is { } refusal
                ? new StreamOutcome<TState>.Refused(refusal)
                : new StreamOutcome<TState>.Done(loaded.Id, loaded.State, loaded.Version, loaded.Position, false);

    private async Task<StreamOutcome<TState>> AppendAsync<TEvent, TState>(
        StreamKind<TEvent, TState> kind, LoadedStream<TState> loaded, CommandRequest request, CommandId? command,
        DateTimeOffset now, IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
        where TEvent : notnull
    {
        var metadata = new EventMetadata(request.Actor.Id)
        {
            ActorName = request.Actor.Name,
            CorrelationId = request.CorrelationId,
            ClaimedAt = request.ClaimedAt,
        };
        var result = await store.AppendAsync(
            new(loaded.Id, kind.Name, ExpectedVersion.Exactly(request.ExpectedVersion ?? loaded.Version),
                [.. events.Select(e => new NewEvent(Guid.CreateVersion7(now), e, metadata))])
            {
                Keys = [.. events.SelectMany(kind.KeysOf)],
                Command = command,
            },
            cancellationToken);
        return new StreamOutcome<TState>.Done(
            loaded.Id, events.Aggregate(loaded.State, kind.Evolve), result.Version, result.Position, true);
    }

    private async Task<StreamOutcome<TState>?> FirstAsync<TEvent, TState>(
        StreamKind<TEvent, TState> kind, CommandId? command, CancellationToken cancellationToken)
        where TEvent : notnull =>
        command is not null && await store.FindCommandAsync(command.Id, cancellationToken) is { } first
            ? await FirstAsync(kind, command, first, cancellationToken)
            : null;

    private async Task<StreamOutcome<TState>> FirstAsync<TEvent, TState>(
        StreamKind<TEvent, TState> kind, CommandId command, CommandReceipt first, CancellationToken cancellationToken)
        where TEvent : notnull
    {
        if (!first.Command.AsksTheSameAs(command))
            return new StreamOutcome<TState>.Refused(new IdempotencyKeyReused());

        var then = await streams.LoadAsync(kind, first.StreamId, cancellationToken, first.Version);
        return new StreamOutcome<TState>.Done(
            then.Id, then.State, first.Version, first.Position, Changed: true, Repeated: true);
    }
}
