using System.Runtime.CompilerServices;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Auditing;

/// <summary>What the audit has read so far, and what it found.</summary>
/// <param name="Changes">The changes of text that were classed again.</param>
/// <param name="Imported">Those that happened elsewhere and were imported: nobody classed them here.</param>
public sealed record AuditedChanges(long Changes, long Imported, IReadOnlyList<UnexplainedChange> Unexplained);

/// <summary>A change of text that counts as unexplained, and where it stands.</summary>
public sealed record UnexplainedChange(Guid StoryId, long Position, long Version, string Type, Unexplained Reason);

/// <summary>Classes every change in the log again, from the texts alone, and compares.</summary>
/// <remarks>Neither the read models nor what the events say of themselves is trusted.</remarks>
public sealed class ChangeAudit(IEventStore store)
{
    private const int EventsInSpan = 5_000;

    public async Task<AuditedChanges> RunAsync(CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(cancellationToken);
        var (changes, imported, unexplained) = (0L, 0L, new List<UnexplainedChange>());
        await foreach (var (recorded, happened, before, after) in StepsAsync(head, cancellationToken))
        {
            if (recorded.Metadata.ImportedRevision is not null)
            {
                imported++;
                continue;
            }

            changes++;
            if (Explaining.ByRules(happened, before, after) is { } reason)
                unexplained.Add(new(recorded.StreamId, recorded.Position, recorded.Version, recorded.Type, reason));
        }

        return new(changes, imported, [.. unexplained.OrderBy(change => change.Position)]);
    }

    private async IAsyncEnumerable<(RecordedEvent Recorded, StoryEvent Happened, Article Before, Article After)>
        StepsAsync(long head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var span in await store.CutStreamsAsync(EventsInSpan, cancellationToken))
        {
            var (stream, state) = (Guid.Empty, StoryState.Initial);
            await foreach (var recorded in store.ReadStreamsAsync(span, head, cancellationToken))
            {
                if (recorded.Data is not StoryEvent happened)
                    continue;

                var before = recorded.StreamId == stream ? state : StoryState.Initial;
                (stream, state) = (recorded.StreamId, before.Evolve(happened));
                if (before.Current is { } old && state.Current is { } story && !old.Article.Equals(story.Article))
                    yield return (recorded, happened, old.Article, story.Article);
            }
        }
    }
}
