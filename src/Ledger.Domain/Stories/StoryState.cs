using System.Diagnostics;

namespace Ledger.Domain.Stories;

/// <summary>A story folded from its events, as far as deciding and reading it need.</summary>
public abstract record StoryState
{
    private StoryState() { }

    /// <summary>The state before the first event.</summary>
    public static StoryState Initial { get; } = new Unpublished();

    /// <summary>Nothing has been published under this id.</summary>
    public sealed record Unpublished : StoryState;

    /// <summary>The story is on the site.</summary>
    public sealed record Published(Story Story) : StoryState;

    /// <summary>Readable, but marked as not to be relied upon.</summary>
    public sealed record Retracted(Story Story, string Notice) : StoryState;

    /// <summary>The notice stands in place of the text.</summary>
    public sealed record Withdrawn(Story Story, string Notice) : StoryState;

    /// <summary>The notice stands in place of the text, as the law or somebody's safety asks for.</summary>
    public sealed record Removed(Story Story, string Notice, RemovalBasis Basis, string? BlockedBy) : StoryState;

    /// <summary>The story, in whatever state it is; null before its first event.</summary>
    public Story? Current => this switch
    {
        Published { Story: var story } => story,
        Retracted { Story: var story } => story,
        Withdrawn { Story: var story } => story,
        Removed { Story: var story } => story,
        _ => null,
    };

    /// <summary>The state after <paramref name="happened"/>. No rule is checked: what happened, happened.</summary>
    /// <exception cref="UnreachableException">The event cannot follow on this state, or is not known here.</exception>
    public StoryState Evolve(StoryEvent happened) => (this, happened) switch
    {
        (Unpublished, StoryPublished e) => new Published(Story.From(e)),
        (Published s, ArticleRetracted e) => new Retracted(s.Story.Evolve(happened), e.Notice),
        (Published s, ArticleWithdrawn e) => new Withdrawn(s.Story.Evolve(happened), e.Notice),
        (Retracted s, ArticleWithdrawn e) => new Withdrawn(s.Story.Evolve(happened), e.Notice),
        (Retracted s, ArticleReinstated) => new Published(s.Story.Evolve(happened)),
        (Withdrawn s, ArticleReinstated) => new Published(s.Story.Evolve(happened)),
        (Published or Retracted or Withdrawn, ArticleRemoved e) =>
            new Removed(Current!.Evolve(happened), e.Notice, e.Basis, e.BlockedBy),
        (Removed s, ArticleReinstated) => new Published(s.Story.Evolve(happened)),
        (Published s, not ArticleReinstated) => s with { Story = s.Story.Evolve(happened) },
        (Retracted s, SlugChanged or ContentErased) => s with { Story = s.Story.Evolve(happened) },
        (Withdrawn s, ContentErased) => s with { Story = s.Story.Evolve(happened) },
        (Removed s, ContentErased) => s with { Story = s.Story.Evolve(happened) },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen when {GetType().Name}."),
    };
}
