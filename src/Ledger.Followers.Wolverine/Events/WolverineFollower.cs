using System.Text.Json;
using Ledger.Application;
using Ledger.EventStore;
using Ledger.Followers.Wolverine.Messages;

namespace Ledger.Followers.Wolverine.Events;

/// <summary>Tells Wolverine of the log: its handlers in this process, or whoever its transports lead to.</summary>
/// <remarks>
/// An event counts as taken when its handler has ended well or, on a transport, when it has left the durable outbox.
/// So of each story one event at most is in Wolverine's hands, and neither a crash nor a dead letter lets a later one
/// overtake it.
/// </remarks>
internal sealed class WolverineFollower(WolverineOutbox outbox, EnvelopeStates states, WolverineSettings settings)
    : IFollower
{
    public const string FollowerName = "wolverine";

    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(250);

    public string Name => FollowerName;

    public int Concurrency => settings.StoriesAtOnce;

    public RetrySchedule Retries => settings.Retries;

    public bool Wants(RecordedEvent recorded) => true;

    public async Task<Handover> DeliverAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        var happened = MessageOf(recorded);
        var destinations = outbox.DestinationsOf(happened);
        if (destinations.Count == 0)
            return new Handover.Failed("Wolverine has neither a handler nor a route for ledger-event.");

        var ids = destinations.Select(destination => EnvelopeIds.Of(happened.Id, destination)).ToArray();
        var known = await states.FindAsync(ids, cancellationToken);

        // It was stored for all destinations or for none: where one is known, the others have had it.
        if (known.All(envelope => envelope.State == EnvelopeState.Unknown))
            await outbox.SendAsync(happened, cancellationToken);
        else
            await outbox.ReviveAsync([.. ids.Where((_, i) => known[i].State == EnvelopeState.Dead)], cancellationToken);

        return await SettleAsync(ids, cancellationToken);
    }

    private async Task<Handover> SettleAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(settings.Patience);
        for (var pause = ShortestPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            var now = await states.FindAsync(ids, cancellationToken);
            if (now.FirstOrDefault(envelope => envelope.State == EnvelopeState.Dead) is { Reason: { } reason })
                return new Handover.Failed($"It lies among Wolverine's dead letters: {reason}");

            if (!now.Any(envelope => envelope.State == EnvelopeState.UnderWay))
                return Handover.Done;

            if (patience.IsCancellationRequested)
                return new Handover.Failed("Wolverine has it and has not come to an end with it yet.");

            await Task.Delay(pause, patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static LedgerEvent MessageOf(RecordedEvent recorded) => new(
        recorded.Id, recorded.StreamId, recorded.Position, recorded.Version, recorded.Type,
        JsonSerializer.SerializeToElement(recorded.Data, recorded.Data.GetType(), LedgerEvents.Json),
        recorded.Metadata.Actor, recorded.OccurredAt, recorded.RecordedAt)
    {
        CorrelationId = recorded.Metadata.CorrelationId,
        CausationId = recorded.Metadata.CausationId,
    };
}
