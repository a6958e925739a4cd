using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Once;

/// <summary>Answers a request that was carried out before with what came of it then.</summary>
internal sealed class FirstOutcomes(IEventStore store, StoryRepository stories)
{
    /// <summary>What came of a command the first time; null when it was not carried out, or has no name.</summary>
    public async Task<Outcome?> FindAsync(CommandId? asked, CancellationToken cancellationToken) =>
        asked is not null && await store.FindCommandAsync(asked.Id, cancellationToken) is { } first
            ? await AnswerAsync(asked, first, cancellationToken)
            : null;

    /// <summary>The first outcome, as it was then; a refusal where the name stands for another request.</summary>
    public async Task<Outcome> AnswerAsync(
        CommandId asked, CommandReceipt first, CancellationToken cancellationToken)
    {
        if (!first.Command.AsksTheSameAs(asked))
            return new Outcome.Refused(new IdempotencyKeyReused());

        var then = await stories.LoadAtAsync(first.StreamId, first.Version, cancellationToken);
        var story = then.State.Current ?? throw new InvalidOperationException(
            $"Story {first.StreamId} was changed by command '{asked.Id}' and yet is not there.");
        return new Outcome.Done(
            then.Id, story.Slug, first.Version, first.Position, story.Revision, Changed: true,
            (story.LastEvent as CorrectionIssued)?.CorrectionId, Repeated: true);
    }
}
