using System.Globalization;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Benchmarks.Writing;

/// <summary>Whole histories of stories as the domain decides them, for logs that are to be long.</summary>
/// <param name="writer">Whose stories they are.</param>
/// <param name="mark">Part of every address, so that writers do not want the same one.</param>
internal sealed class History(Writer writer, string mark)
{
    private static readonly Limits Limits = new();

    private int count;

    /// <summary>The publication of a new story and its changes, as one append.</summary>
    public AppendRequest Next(int events)
    {
        var story = new Manuscript(writer.NewArticle());
        var slug = string.Create(CultureInfo.InvariantCulture, $"{mark}-{++count}");
        var decided = new List<StoryEvent>(events);
        var state = StoryState.Initial;
        Decide(new StoryCommand.Publish(slug, story.Article));
        while (decided.Count < events)
            Decide(writer.Change(story));

        return new(Guid.CreateVersion7(), "story", ExpectedVersion.NoStream, Recordable(decided))
        {
            Keys = [Slugs.Key(slug)],
        };

        void Decide(StoryCommand command)
        {
            var decision = StoryDecider.Decide(command, state, Limits);
            if (decision.Refusal is { } refusal)
                throw new InvalidOperationException($"{command.GetType().Name} is refused: {refusal.Message}");

            decided.AddRange(decision.Events);
            state = decision.Events.Aggregate(state, (before, e) => before.Evolve(e));
        }
    }

    /// <summary>The events with ids of their own and the metadata that a command gives them.</summary>
    public static IReadOnlyList<NewEvent> Recordable(IEnumerable<object> events)
    {
        var metadata = new EventMetadata(Requests.Editor.Id)
        {
            ActorName = Requests.Editor.Name,
            CorrelationId = Guid.CreateVersion7().ToString("N"),
        };
        return [.. events.Select(e => new NewEvent(Guid.CreateVersion7(), e, metadata))];
    }
}
