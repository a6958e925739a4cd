using Ledger.Application.Stories;
using Ledger.Domain;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Web.Pages.Desk;

/// <summary>What a command would do to a story.</summary>
/// <param name="Events">Empty when nothing would change.</param>
public sealed record Preview(Article Before, Article After, IReadOnlyList<StoryEvent> Events)
{
    public ArticleDiff Diff { get; } = ArticleDiff.Compare(Before, After);
}

/// <summary>Tries a command on a story by the same rules that will hold when it is sent, and writes nothing.</summary>
public sealed class StoryPreview(StoryRepository stories, Limits limits)
{
    /// <returns>The preview, or the refusal that the command would meet.</returns>
    /// <exception cref="WrongExpectedVersionException">The story is not at that version any more.</exception>
    public async Task<(Preview? Preview, Refusal? Refusal)> TryAsync(
        Guid story, long version, StoryCommand command, CancellationToken cancellationToken)
    {
        var loaded = await stories.LoadAsync(story, cancellationToken);
        if (loaded.Version != version)
            throw new WrongExpectedVersionException(story, ExpectedVersion.Exactly(version), loaded.Version);

        var decision = StoryDecider.Decide(command, loaded.State, limits);
        if (decision.Refusal is { } refusal)
            return (null, refusal);

        var after = decision.Events.Aggregate(loaded.State, (state, happened) => state.Evolve(happened));
        return loaded.State.Current is { } before && after.Current is { } current
            ? (new(before.Article, current.Article, decision.Events), null)
            : (null, new StoryNotFound());
    }
}
