using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;

namespace Ledger.Application.Import;

/// <summary>Brings one piece into the log, in one append: all of its lines or none.</summary>
internal sealed class PieceImporter(IEventStore store, ImportedStories stories, Limits limits, TimeProvider time)
{
    private const int Attempts = 20;

    /// <summary>Decides and appends, and again when a slug is taken or somebody else was first.</summary>
    /// <param name="run">What the whole import has in common.</param>
    /// <param name="piece">The lines.</param>
    /// <param name="before">The article as the piece before left it, or null to look it up.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<PieceResult> ImportAsync(
        ImportRun run, Piece piece, ArticleState? before, CancellationToken cancellationToken)
    {
        var isGuess = before is null && !run.HasMetKnown;
        var state = before ?? (isGuess
            ? stories.New()
            : await stories.LoadAsync(piece.Source, piece.Article, cancellationToken));
        var derived = Slug.From(SourceFields.SlugSource(piece.Article));
        var slug = state.Version > 0 || run.Claim(derived)
            ? derived
            : await stories.ClaimFreeSlugAsync(run, derived, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var decider = new PieceDecider(run, piece, slug, limits, time.GetUtcNow());
            try
            {
                var after = decider.Decide(state);
                await AppendAsync(piece, state, decider, cancellationToken);
                return new(after, decider.Lines, decider.Events.Count, IsNew(state, decider), piece.StartsArticle);
            }
            catch (Exception e) when (isGuess && e is KeyTakenException or LineRefusedException)
            {
                isGuess = false;
                state = await stories.LoadAsync(piece.Source, piece.Article, cancellationToken);
                if (state.Version > 0)
                    run.HasMetKnown = true;
                else if (e is KeyTakenException)
                    slug = await stories.ClaimFreeSlugAsync(run, derived, cancellationToken);
            }
            catch (KeyTakenException taken) when (taken.Key == Slugs.Key(slug) && attempt < Attempts)
            {
                slug = await stories.ClaimFreeSlugAsync(run, derived, cancellationToken);
            }
            catch (Exception e) when (e is WrongExpectedVersionException or KeyTakenException && attempt < Attempts)
            {
                // An editor, or another run of the same import, was first: decide again on what is there now.
                var now = await stories.LoadAsync(piece.Source, piece.Article, cancellationToken);
                state = now with { Before = state.Before, RevisionBefore = state.RevisionBefore };
            }
        }
    }

    private static bool IsNew(ArticleState before, PieceDecider decider) =>
        before.Version == 0 && decider.Events.Count > 0;

    private async Task AppendAsync(
        Piece piece, ArticleState state, PieceDecider decider, CancellationToken cancellationToken)
    {
        if (decider.Events.Count == 0)
            return;

        var keys = state.Version == 0 ? decider.Keys.Append(ImportedStories.Key(piece.Source, piece.Article)) : [];
        await store.AppendAsync(
            new(state.StoryId, "story", ExpectedVersion.Exactly(state.Version), decider.Events) { Keys = [.. keys] },
            cancellationToken);
    }
}
