using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using MediatR;

namespace Ledger.Application.Stories;

/// <summary>Asks what a command would do to a story, by the rules that hold when it is sent; writes nothing.</summary>
/// <param name="Story">The story's id.</param>
/// <param name="Version">The version that the editor has seen.</param>
/// <param name="Command">What is to be tried.</param>
public sealed record PreviewChange(Guid Story, long Version, StoryCommand Command) : IRequest<Previewed>;

/// <summary>The preview, or the refusal that the command would meet.</summary>
public sealed record Previewed(Preview? Preview, Refusal? Refusal);

/// <summary>What a command would do to a story.</summary>
/// <param name="Events">Empty when nothing would change.</param>
public sealed record Preview(Article Before, Article After, IReadOnlyList<StoryEvent> Events)
{
    public ArticleDiff Diff { get; } = ArticleDiff.Compare(Before, After);
}

internal sealed class PreviewChangeHandler(StoryRepository stories, Limits limits)
    : IRequestHandler<PreviewChange, Previewed>
{
    /// <exception cref="WrongExpectedVersionException">The story is not at that version any more.</exception>
    public async Task<Previewed> Handle(PreviewChange request, CancellationToken cancellationToken)
    {
        var loaded = await stories.LoadAsync(request.Story, cancellationToken);
        if (loaded.Version != request.Version)
        {
            throw new WrongExpectedVersionException(
                request.Story, ExpectedVersion.Exactly(request.Version), loaded.Version);
        }

        var decision = StoryDecider.Decide(request.Command, loaded.State, limits);
        if (decision.Refusal is { } refusal)
            return new(null, refusal);

        var after = decision.Events.Aggregate(loaded.State, (state, happened) => state.Evolve(happened));
        return loaded.State.Current is { } before && after.Current is { } current
            ? new(new(before.Article, current.Article, decision.Events), null)
            : new(null, new StoryNotFound());
    }
}
