using Ledger.Application.People;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using MediatR;

namespace Ledger.Application.Import;

/// <summary>Cuts the set into pieces and keeps several of them on their way at once.</summary>
internal sealed class ImportRevisionsHandler(IEventStore store, Limits limits, TimeProvider time)
    : IRequestHandler<ImportRevisions, ImportOutcome>
{
    // Enough to decide the next pieces while the database writes many at once, and bounds for the memory: a piece takes
    // some ten bytes for each character of its lines.
    private const int MostAtOnce = 64;
    private const int MostText = 4_000_000;

    private readonly PieceImporter importer = new(store, new(store, time), limits, time);

    public async Task<ImportOutcome> Handle(ImportRevisions request, CancellationToken cancellationToken)
    {
        if (!request.Actor.May(Permission.EditStories))
            return new ImportOutcome.Refused(null, new NotAllowed(Permission.EditStories));

        // A set is of whatever sections it is of.
        if (request.Actor.RefuseSection(null) is { } otherDesk)
            return new ImportOutcome.Refused(null, otherDesk);

        var run = new ImportRun(request.Language, request.Actor, $"import:{Guid.CreateVersion7(time.GetUtcNow())}");
        var tally = new ImportTally(request);
        var underWay = new Queue<(Piece Piece, Task<PieceResult> Result)>();
        var text = 0;
        Task<PieceResult>? last = null;
        try
        {
            await foreach (var piece in Pieces.CutAsync(request.Revisions, cancellationToken))
            {
                var before = piece.StartsArticle
                    ? underWay.LastOrDefault(other => other.Piece.IsOfSameArticle(piece)).Result
                    : last;
                last = StartAsync(run, piece, before, cancellationToken);
                underWay.Enqueue((piece, last));
                text += piece.Text;
                while (underWay.Count >= MostAtOnce || text > MostText)
                    await FinishFirstAsync();
            }

            while (underWay.Count > 0)
                await FinishFirstAsync();

            return new ImportOutcome.Done(tally.Summary);
        }
        catch (LineRefusedException refused)
        {
            return new ImportOutcome.Refused(refused.Line, refused.Refusal);
        }
        finally
        {
            Task all = Task.WhenAll(underWay.Select(piece => piece.Result));
            await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task FinishFirstAsync()
        {
            var (piece, result) = underWay.Dequeue();
            text -= piece.Text;
            await tally.AddAsync(await result, cancellationToken);
        }
    }

    /// <summary>A piece waits for the one before it of the same article; all others are independent.</summary>
    private Task<PieceResult> StartAsync(
        ImportRun run, Piece piece, Task<PieceResult>? before, CancellationToken cancellationToken) =>
        Task.Run(
            async () => await importer.ImportAsync(
                run, piece, before is null ? null : (await before).After, cancellationToken),
            cancellationToken);
}
