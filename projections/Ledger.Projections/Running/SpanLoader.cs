using Ledger.EventStore;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;

namespace Ledger.Projections.Running;

/// <summary>Folds streams whole, one after the other, and copies the rows into empty tables.</summary>
/// <remarks>
/// The events of a stream stand together, so that a story is folded once for all read models and what it is in the end
/// is written once. No more than a part of a stream is held at a time, however many streams there are.
/// </remarks>
internal sealed class SpanLoader(Shadow shadow, IEventStore store, Action<long> loaded)
{
    private const int MostSteps = 500;
    private const long MostCharacters = 2_000_000;

    /// <summary>Loads one span and notes it as loaded, in one transaction.</summary>
    /// <exception cref="RebuildStoppedException">A read model cannot get past an event.</exception>
    public async Task LoadAsync(StreamSpan span, CancellationToken cancellationToken)
    {
        await using var transaction = await Shadow.BeginAsync(shadow.Database, cancellationToken);
        var pending = new PendingSteps();
        try
        {
            await foreach (var recorded in store.ReadStreamsAsync(span, shadow.Target, cancellationToken))
            {
                pending.Add(recorded);
                if (pending.Count >= MostSteps || pending.Characters >= MostCharacters)
                    Write(pending.Take(isEnd: false), transaction);
            }
        }
        catch (UnfoldableException stop)
        {
            // It stops all read models; the first of them stands for all.
            throw new RebuildStoppedException(shadow.Projections[0].Name, stop.Position, stop.Message);
        }

        Write(pending.Take(isEnd: true), transaction);
        await using var note = transaction.Connection.Command(Sql.Of<SpanLoader>("SpanLoaded")).With(span.First);
        await note.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private void Write(StepBatch batch, BatchTransaction transaction)
    {
        foreach (var write in shadow.Projections.SelectMany(projection => Project(projection, batch)))
            write.Copy(transaction.Connection);

        loaded(batch.All.Count);
    }

    private static List<IWrite> Project(IProjection projection, StepBatch batch)
    {
        try
        {
            return [.. projection.Project(batch)];
        }
        catch (Exception failure)
        {
            var first = FirstFailing(projection, batch);
            throw new RebuildStoppedException(projection.Name, first.Position,
                $"Stopped at {first.Recorded.Describe()}: {failure.Message}");
        }
    }

    /// <summary>The event with which the shortest part of a batch ends that cannot be projected.</summary>
    private static Step FirstFailing(IProjection projection, StepBatch batch)
    {
        var (passes, fails) = (0, batch.All.Count);
        while (fails - passes > 1)
        {
            var middle = (passes + fails) / 2;
            if (Fails(projection, StepBatch.Of([.. batch.All.Take(middle)])))
                fails = middle;
            else
                passes = middle;
        }

        return batch.All[fails - 1];
    }

    private static bool Fails(IProjection projection, StepBatch batch)
    {
        try
        {
            _ = projection.Project(batch).Count();
            return false;
        }
        catch (Exception)
        {
            return true;
        }
    }
}
