using Ledger.Projections.Revisions;

namespace Ledger.Projections.Folding;

/// <summary>A story whose rows are to say what it is after some steps.</summary>
/// <param name="Before">The story as its rows say it is.</param>
/// <param name="After">The story as they are to say.</param>
internal readonly record struct StoryChange(StoryFold Before, StoryFold After);

/// <summary>A stream whose rows are to say what it is after some steps.</summary>
internal readonly record struct StreamChange(StreamFold Before, StreamFold After);

/// <summary>What a read model is to make rows of.</summary>
/// <param name="All">What happened, in streams of every kind; the steps of each stream are in their order.</param>
/// <param name="Changes">The streams of which no further step will follow soon.</param>
/// <param name="Kept">What has been written already, by this batch or by those before it.</param>
internal sealed record StepBatch(
    IReadOnlyList<Step> All, IReadOnlyList<StreamChange> Changes, KeptBlocks Kept)
{
    /// <summary>What happened to stories.</summary>
    public IReadOnlyList<StoryStep> Steps { get; } = [.. All.OfType<StoryStep>()];

    /// <summary>The stories of which no further step will follow soon.</summary>
    public IReadOnlyList<StoryChange> Stories { get; } = [.. Changes
        .Where(change => change.After is StoryFold)
        .Select(change => new StoryChange((StoryFold)change.Before, (StoryFold)change.After))];

    /// <summary>A batch of which every stream is to have its rows.</summary>
    public static StepBatch Of(IReadOnlyList<Step> steps)
    {
        var streams = new Dictionary<Guid, StreamChange>();
        foreach (var step in steps)
        {
            var before = streams.TryGetValue(step.To.Id, out var known) ? known.Before : step.From;
            streams[step.To.Id] = new(before, step.To);
        }

        return new(steps, [.. streams.Values], new());
    }

    /// <summary>What happened to the streams of another kind.</summary>
    public IEnumerable<StreamStep<TState>> StepsOf<TState>() where TState : class => All.OfType<StreamStep<TState>>();

    /// <summary>What the streams of another kind have become, each once.</summary>
    public IEnumerable<StreamFold<TState>> StreamsOf<TState>() where TState : class =>
        Changes.Select(change => change.After).OfType<StreamFold<TState>>();
}
