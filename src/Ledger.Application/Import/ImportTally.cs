namespace Ledger.Application.Import;

/// <summary>Counts what comes of the pieces, in their order, and passes it on.</summary>
internal sealed class ImportTally(ImportRevisions request)
{
    public ImportSummary Summary { get; private set; } = new();

    public async ValueTask AddAsync(PieceResult piece, CancellationToken cancellationToken)
    {
        Summary = Summary with
        {
            Lines = Summary.Lines + piece.Lines.Count,
            Articles = Summary.Articles + (piece.StartsArticle ? 1 : 0),
            Events = Summary.Events + piece.Events,
            NewStories = Summary.NewStories + (piece.IsNewStory ? 1 : 0),
            SameText = Summary.SameText + piece.Lines.Count(line => line.SameText),
            Known = Summary.Known + Count(LineOutcome.Known),
            Unchanged = Summary.Unchanged + Count(LineOutcome.Unchanged),
            Waiting = Summary.Waiting + Count(LineOutcome.Waiting),
        };

        request.Progress?.Report(new(Summary.Lines, Summary.Events));
        if (request.OnLine is not { } onLine)
            return;

        foreach (var line in piece.Lines)
            await onLine(line.Line, cancellationToken);

        int Count(LineOutcome outcome) => piece.Lines.Count(line => line.Outcome == outcome);
    }
}
