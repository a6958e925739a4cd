using Ledger.EventStore;
using Ledger.Projections.Revisions;

namespace Ledger.Projections.Folding;

/// <summary>Folds events that come stream after stream, and gives the steps away in batches.</summary>
/// <remarks>A story counts among those of a batch when its last event is in it, and so is written once.</remarks>
internal sealed class PendingSteps
{
    private readonly KeptBlocks kept = new();
    private List<StoryStep> steps = [];
    private List<StoryChange> stories = [];
    private StoryFold? current;

    public int Count => steps.Count;

    /// <summary>About how much text the steps hold.</summary>
    public long Characters { get; private set; }

    /// <exception cref="UnfoldableException">The event cannot follow on those before it.</exception>
    public void Add(RecordedEvent recorded)
    {
        if (current?.Id != recorded.StreamId)
        {
            EndStory();
            current = new() { Id = recorded.StreamId };
        }

        var step = Apply(current, recorded);
        steps.Add(step);
        current = step.After;
        Characters += step.Happened.LengthInMemory();
    }

    /// <summary>The steps since the last time.</summary>
    /// <param name="isEnd">Whether no event will follow.</param>
    public StepBatch Take(bool isEnd)
    {
        if (isEnd)
            EndStory();

        var batch = new StepBatch(steps, stories, kept);
        (steps, stories, Characters) = ([], [], 0);
        return batch;
    }

    private void EndStory()
    {
        if (current is not null)
            stories.Add(new(new() { Id = current.Id }, current));

        current = null;
    }

    private static StoryStep Apply(StoryFold story, RecordedEvent recorded)
    {
        try
        {
            return story.Apply(recorded);
        }
        catch (Exception failure)
        {
            throw new UnfoldableException(recorded, failure);
        }
    }
}
