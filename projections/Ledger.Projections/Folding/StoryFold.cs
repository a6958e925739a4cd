using System.Diagnostics;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Revisions;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Folding;

/// <summary>A story folded from its events, with all that the rows of any read model need of it.</summary>
internal sealed record StoryFold : StreamFold
{
    public StoryState State { get; private init; } = StoryState.Initial;
    public int Corrections { get; private init; }
    public DateTimeOffset PublishedAt { get; private init; }
    public DateTimeOffset UpdatedAt { get; private init; }

    /// <summary>The latest time that any revision so far claims.</summary>
    public DateTimeOffset LatestAt { get; private init; } = DateTimeOffset.MinValue;

    /// <summary>Every address the story ever had, in the order in which it first had them.</summary>
    public IReadOnlyList<string> Slugs { get; private init; } = [];

    /// <summary>The hashes of the blocks, or of those of an earlier state until somebody asks for these.</summary>
    /// <remarks>A note of what was computed, for all who fold on from here; no part of the story.</remarks>
    public BlockList Hashed { get; set; } = BlockList.Empty;

    /// <summary>Where the words of the story have come from; null before its first event.</summary>
    public ArticleBlame? Blame { get; private init; }

    public int Revision => State.Current?.Revision ?? 0;

    /// <summary>The published story; asked for only after its first event.</summary>
    public Story Story => State.Current
        ?? throw new UnreachableException("A story without its first event has no row.");

    public override long Length => Story.Article.Blocks.LengthInMemory() + (Blame!.Remembered * LengthOfMemory);

    // About what it takes to know a sentence again that has gone, as a number of characters.
    private const int LengthOfMemory = 100;

    protected override StoryStep Follow(RecordedEvent recorded)
    {
        var happened = recorded.Happened();
        return new(recorded, happened, this, After(recorded, happened));
    }

    private StoryFold After(RecordedEvent recorded, StoryEvent happened)
    {
        var state = State.Evolve(happened);
        var isRevision = happened.IsRevision();
        var at = Stored.Time(recorded.OccurredAt);
        var now = state.Current!;
        return this with
        {
            State = state,
            Blame = Blame is null ? ArticleBlame.Begin(now.Article) : Blame.Then(now.Article, now.Revision),
            Version = recorded.Version,
            Position = recorded.Position,
            Corrections = Corrections + (happened is CorrectionIssued ? 1 : 0),
            PublishedAt = happened is StoryPublished ? at : PublishedAt,
            UpdatedAt = isRevision ? at : UpdatedAt,
            LatestAt = isRevision && at > LatestAt ? at : LatestAt,
            Slugs = happened is StoryPublished or SlugChanged ? WithSlug(now.Slug) : Slugs,
        };
    }

    // Another list even where the address is an old one, by which those are told who write down which is current.
    private IReadOnlyList<string> WithSlug(string slug) => Slugs.Contains(slug) ? [.. Slugs] : [.. Slugs, slug];
}
