using Ledger.Projections.Revisions;

namespace Ledger.Projections.Folding;

/// <summary>A story whose rows are to say what it is after some steps.</summary>
/// <param name="Before">The story as its rows say it is.</param>
/// <param name="After">The story as they are to say.</param>
internal readonly record struct StoryChange(StoryFold Before, StoryFold After);

/// <summary>What a read model is to make rows of.</summary>
/// <param name="Steps">What happened; the steps of each story are in their order.</param>
/// <param name="Stories">The stories of which no further step will follow soon.</param>
/// <param name="Kept">What has been written already, by this batch or by those before it.</param>
internal sealed record StepBatch(
    IReadOnlyList<StoryStep> Steps, IReadOnlyList<StoryChange> Stories, KeptBlocks Kept)
{
    /// <summary>A batch of which every story is to have its rows.</summary>
    public static StepBatch Of(IReadOnlyList<StoryStep> steps)
    {
        var stories = new Dictionary<Guid, StoryChange>();
        foreach (var step in steps)
        {
            var before = stories.TryGetValue(step.After.Id, out var known) ? known.Before : step.Before;
            stories[step.After.Id] = new(before, step.After);
        }

        return new(steps, [.. stories.Values], new());
    }
}
