using Ledger.EventStore;
using Ledger.Projections.Revisions;

namespace Ledger.Projections.Folding;

/// <summary>Folds events that come stream after stream, and gives the steps away in batches.</summary>
/// <remarks>A stream counts among those of a batch when its last event is in it, and so is written once.</remarks>
internal sealed class PendingSteps
{
    private readonly KeptBlocks kept = new();
    private List<Step> steps = [];
    private List<StreamChange> streams = [];
    private StreamFold? begun;
    private StreamFold? current;

    public int Count => steps.Count;

    /// <summary>About how much text the steps hold.</summary>
    public long Characters { get; private set; }

    /// <exception cref="UnfoldableException">The event cannot follow on those before it.</exception>
    public void Add(RecordedEvent recorded)
    {
        if (current?.Id != recorded.StreamId)
            EndStream();

        var step = Apply(current, recorded);
        begun ??= step.From;
        steps.Add(step);
        current = step.To;
        Characters += step.Length;
    }

    /// <summary>The steps since the last time.</summary>
    /// <param name="isEnd">Whether no event will follow.</param>
    public StepBatch Take(bool isEnd)
    {
        if (isEnd)
            EndStream();

        var batch = new StepBatch(steps, streams, kept);
        (steps, streams, Characters) = ([], [], 0);
        return batch;
    }

    private void EndStream()
    {
        if (current is not null)
            streams.Add(new(begun!, current));

        (begun, current) = (null, null);
    }

    private static Step Apply(StreamFold? stream, RecordedEvent recorded)
    {
        try
        {
            return (stream ?? StreamKinds.Begin(recorded)).Apply(recorded);
        }
        catch (Exception failure)
        {
            throw new UnfoldableException(recorded, failure);
        }
    }
}
