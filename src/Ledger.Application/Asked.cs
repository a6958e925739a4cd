using Ledger.Application.Once;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application;

/// <summary>A request on its way: the command made of it, when, and under which name it is done once.</summary>
internal sealed record Asked(StoryRequest Request, StoryCommand Command, DateTimeOffset Now, CommandId? Id)
{
    public static Asked Of(StoryRequest request, Func<DateTimeOffset, StoryCommand> command, DateTimeOffset now) =>
        new(request, command(now), now, CommandIds.Of(request));

    /// <summary>The append of what was decided, in the name of whoever asked.</summary>
    public AppendRequest ToAppend(LoadedStory story, IReadOnlyList<StoryEvent> events)
    {
        var metadata = new EventMetadata(Request.Actor.Id)
        {
            ActorName = Request.Actor.Name,
            CorrelationId = Request.CorrelationId,
            ClaimedAt = Request.ClaimedAt,
        };
        return new(story.Id, "story", ExpectedVersion.Exactly(story.Version),
            [.. events.Select(e => new NewEvent(Guid.CreateVersion7(Now), e, metadata))])
        {
            Keys = [.. events.SelectMany(Slugs.TakenBy).Select(Slugs.Key)],
            Command = Id,
        };
    }
}

/// <summary>What follows from a request in a state of its story.</summary>
/// <param name="Events">What is to be appended.</param>
/// <param name="State">The story once that has happened.</param>
/// <param name="Answer">What there is to say where that is nothing.</param>
internal sealed record Verdict(IReadOnlyList<StoryEvent> Events, StoryState State, Func<Outcome> Answer)
{
    public static Verdict Nothing(LoadedStory story, Func<Outcome> answer) => new([], story.State, answer);
}
