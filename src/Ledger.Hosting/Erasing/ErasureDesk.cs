using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Projections.Running;

namespace Ledger.Hosting.Erasing;

/// <summary>Erases words by law: one person asks, another approves, and the log says that and why.</summary>
/// <param name="rebuild">Makes the read models anew, which hold the words as well.</param>
public sealed class ErasureDesk(
    ErasureStore erasures, StoryRepository stories, IEventStore store, MerkleLog log, EventCatalogue catalogue,
    Rebuild rebuild, TimeProvider time)
{
    private const int LongestBasis = 1_000;
    private const int Attempts = 5;

    /// <summary>Asks for words to be erased.</summary>
    /// <param name="story">The story's id or any slug it has had.</param>
    /// <param name="field">A field of which every text is to go; null for none.</param>
    /// <param name="words">Words that are to go wherever they stand.</param>
    /// <param name="basis">On what legal ground, for readers.</param>
    /// <param name="by">Who may do it: the caller has looked.</param>
    /// <exception cref="ErasureRefusedException">The story is held, or the request is not as it must be.</exception>
    public async Task<ErasureView> RequestAsync(
        string story, string? field, IReadOnlyList<string> words, string basis, Actor by,
        CancellationToken cancellationToken)
    {
        var id = await RequireAsync(story, cancellationToken);
        await RefuseHeldAsync(id, cancellationToken);
        var history = await store.ReadStreamAsync(id, new(1, long.MaxValue), cancellationToken)
            .Select(recorded => (StoryEvent)recorded.Data)
            .ToListAsync(cancellationToken);
        var all = ErasureWords.Of(history, field, words);
        RefuseBasis(basis, all);
        var now = time.GetUtcNow();
        var request = new ErasureRequest(Guid.CreateVersion7(now), id, all, basis, by.Id, now);
        var view = await ViewAsync(request, cancellationToken);
        if (view.Places.Count == 0)
            throw new ErasureRefusedException(
                "erasure-finds-nothing", "The words stand nowhere in the story, nor in what was done about it.");

        await erasures.SaveAsync(request, cancellationToken);
        return view;
    }

    /// <summary>What waits for a decision, the oldest first.</summary>
    public Task<IReadOnlyList<ErasureRequest>> ListAsync(CancellationToken cancellationToken) =>
        erasures.ListAsync(null, cancellationToken);

    /// <summary>What a request would do now.</summary>
    /// <exception cref="ErasureRefusedException">There is no such request.</exception>
    public async Task<ErasureView> ShowAsync(Guid id, CancellationToken cancellationToken) =>
        await ViewAsync(await FindAsync(id, cancellationToken), cancellationToken);

    /// <summary>Forgets a request, and with it the words that it names.</summary>
    /// <exception cref="ErasureRefusedException">There is no such request.</exception>
    public async Task RejectAsync(Guid id, CancellationToken cancellationToken)
    {
        await FindAsync(id, cancellationToken);
        await erasures.RemoveAsync(id, cancellationToken);
    }

    /// <summary>Erases: events and leaves in one transaction, then the read models; asked again, it goes on.</summary>
    /// <param name="by">The second person.</param>
    /// <exception cref="ErasureRefusedException">
    /// There is no such request, it is the actor's own, or the story is held.
    /// </exception>
    public async Task<ErasureDone> ApproveAsync(
        Guid id, Actor by, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken)
    {
        var request = await FindAsync(id, cancellationToken);
        if (request.RequestedBy == by.Id)
            throw new ErasureRefusedException(
                "erasure-needs-second-person", "Whoever asked for it cannot approve it as well.");

        await RefuseHeldAsync(request.Story, cancellationToken);
        var (position, places) = await EraseAsync(request, by, cancellationToken);
        await rebuild.RunAsync([], progress, cancellationToken);
        await erasures.RemoveAsync(id, cancellationToken);
        return new(id, position, places, await erasures.FindWordsAsync(request.Words, cancellationToken));
    }

    /// <summary>Keeps a story from being erased, until it is released.</summary>
    /// <exception cref="ErasureRefusedException">It is held already, or there is no such story.</exception>
    public async Task HoldAsync(string story, string reason, Actor by, CancellationToken cancellationToken)
    {
        var id = await RequireAsync(story, cancellationToken);
        if (string.IsNullOrWhiteSpace(reason))
            throw new ErasureRefusedException("erasure-hold-needs-reason", "Say why the story is held.");

        if (!await erasures.HoldAsync(id, reason, by.Id, time.GetUtcNow(), cancellationToken))
            await RefuseHeldAsync(id, cancellationToken);
    }

    /// <summary>Ends a hold.</summary>
    /// <exception cref="ErasureRefusedException">The story is not held, or there is none.</exception>
    public async Task ReleaseAsync(string story, CancellationToken cancellationToken)
    {
        if (!await erasures.ReleaseAsync(await RequireAsync(story, cancellationToken), cancellationToken))
            throw new ErasureRefusedException("erasure-not-held", "The story is under no legal hold.");
    }

    private async Task<(long? Position, int Places)> EraseAsync(
        ErasureRequest request, Actor by, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = await PlanAsync(request, cancellationToken);
            if (plan.Places.Count == 0)
                return (null, 0);

            var ordered = new ContentErased(request.Id, request.Basis, request.RequestedBy, by.Id, plan.Places);
            var e = new NewEvent(
                Guid.CreateVersion7(time.GetUtcNow()), ordered, new(by.Id) { ActorName = by.Name });
            try
            {
                var append = new AppendRequest(
                    request.Story, "story", ExpectedVersion.Exactly(plan.StoryVersion), [e])
                {
                    Erases = request.Words,
                };
                return ((await store.AppendAsync(append, cancellationToken)).Position, plan.Places.Count);
            }
            catch (WrongExpectedVersionException) when (attempt < Attempts)
            {
                // Something happened to the story meanwhile, which may have the words as well.
            }
        }
    }

    private async Task<ErasureView> ViewAsync(ErasureRequest request, CancellationToken cancellationToken)
    {
        var plan = await PlanAsync(request, cancellationToken);
        var touched = plan.Places.Select(place => place.Position).ToHashSet();
        var all = await erasures.FindWordsAsync(request.Words, cancellationToken);
        return new(
            request,
            [.. plan.Places.Select(place =>
                FormattableString.Invariant($"event {place.Position}: {place.Part}.{place.Member}"))],
            [.. all.Where(position => !touched.Contains(position))]);
    }

    private async Task<ErasurePlan> PlanAsync(ErasureRequest request, CancellationToken cancellationToken) =>
        await ErasurePlan.MakeAsync(
            log, catalogue, request.Story, await erasures.FindRelatedAsync(request.Story, cancellationToken),
            request.Words, cancellationToken);

    private async Task<Guid> RequireAsync(string story, CancellationToken cancellationToken) =>
        await stories.FindAsync(story, cancellationToken) is { } id
        && (await stories.LoadAsync(id, cancellationToken)).Version > 0
            ? id
            : throw new ErasureRefusedException("story-not-found", "There is no such story.");

    private async Task<ErasureRequest> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await erasures.FindAsync(id, cancellationToken)
        ?? throw new ErasureRefusedException(
            "erasure-not-found", "There is no such request; it may have been decided already.");

    private async Task RefuseHeldAsync(Guid story, CancellationToken cancellationToken)
    {
        if (await erasures.FindHoldAsync(story, cancellationToken) is { } reason)
            throw new ErasureRefusedException("erasure-held", $"The story is under a legal hold: {reason}");
    }

    private static void RefuseBasis(string basis, IReadOnlyList<string> words)
    {
        if (string.IsNullOrWhiteSpace(basis) || basis.Length > LongestBasis)
            throw new ErasureRefusedException(
                "erasure-needs-basis", $"Say on what legal ground, in at most {LongestBasis} characters.");

        if (words.Any(word => basis.Contains(word, StringComparison.Ordinal)))
            throw new ErasureRefusedException(
                "erasure-needs-basis", "The legal ground is public and for ever: it cannot say the words themselves.");
    }
}
