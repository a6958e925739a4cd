using Ledger.Application;
using Ledger.Application.Stories;
using MediatR;

namespace Ledger.Benchmarks.Writing;

/// <summary>One writer with stories of their own, who sends one command after the other.</summary>
internal sealed class Desk(IMediator mediator, int seed)
{
    private readonly Writer writer = new(seed);
    private readonly List<Manuscript> stories = [];

    public Manuscript AnyStory() => stories[writer.Choose(stories.Count)];

    /// <summary>Publishes so many stories.</summary>
    public async Task OpenAsync(int count, CancellationToken cancellationToken)
    {
        for (var i = 0; i < count; i++)
        {
            var story = new Manuscript(writer.NewArticle());
            await SendAsync(Requests.Publish(story), story, cancellationToken);
            stories.Add(story);
        }
    }

    /// <summary>One command, which adds one event: a new story in the place of one, or a change of one.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var at = writer.Choose(stories.Count);
        if (writer.PublishesNext())
        {
            stories[at] = new(writer.NewArticle());
            await SendAsync(Requests.Publish(stories[at]), stories[at], cancellationToken);
            return;
        }

        var story = stories[at];
        await SendAsync(Requests.Of(writer.Change(story), story), story, cancellationToken);
    }

    private async Task SendAsync(StoryRequest request, Manuscript story, CancellationToken cancellationToken)
    {
        var outcome = await mediator.Send(request, cancellationToken);
        if (outcome is not Outcome.Done { Changed: true } done)
            throw new InvalidOperationException($"{request.GetType().Name} came to {outcome}, not to an event.");

        (story.Id, story.Version) = (done.StoryId, done.Version);
    }
}
