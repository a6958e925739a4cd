using Ledger.Projections.Folding;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>The event that a read model cannot get past, and why.</summary>
internal sealed record ProjectionFailure(IProjection Projection, long Position, string Message);

/// <summary>What became of a batch.</summary>
/// <param name="Moved">False when every read model had its events already, or could not take them.</param>
internal sealed record Applied(bool Moved, IReadOnlyList<ProjectionFailure> Failures);

/// <summary>Applies batches to the read models of an area, and finds the event at which one of them fails.</summary>
internal sealed class BatchApplier(NpgsqlDataSource database, Area area)
{
    /// <summary>
    /// Applies a batch in one transaction. Where that fails, each read model is given the batch on its own, so that one
    /// that fails stops alone, with all events before the one it fails at.
    /// </summary>
    public async Task<Applied> ApplyAsync(
        EventBatch batch, IReadOnlyList<IProjection> projections, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        try
        {
            return new(await ApplyTogetherAsync(batch, projections, lockTimeout, cancellationToken), []);
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            var failures = new List<ProjectionFailure>();
            foreach (var projection in projections)
                failures.AddRange(await ApplyAloneAsync(batch, projection, lockTimeout, cancellationToken));

            return new(true, failures);
        }
    }

    private async Task<bool> ApplyTogetherAsync(
        EventBatch batch, IReadOnlyList<IProjection> projections, TimeSpan lockTimeout,
        CancellationToken cancellationToken)
    {
        await using var transaction = await BatchTransaction.BeginAsync(
            database, area, [area.Lock], lockTimeout, cancellationToken);
        var moved = await transaction.ApplyAsync(batch, projections, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    private async Task<IReadOnlyList<ProjectionFailure>> ApplyAloneAsync(
        EventBatch batch, IProjection projection, TimeSpan lockTimeout, CancellationToken cancellationToken)
    {
        try
        {
            await ApplyTogetherAsync(batch, [projection], lockTimeout, cancellationToken);
            return [];
        }
        catch (Exception failure) when (Transient.IsNot(failure) && batch.Steps.Count == 1)
        {
            var recorded = batch.Steps[0].Recorded;
            return [new(projection, recorded.Position, $"Stopped at {recorded.Describe()}: {failure.Message}")];
        }
        catch (Exception failure) when (Transient.IsNot(failure))
        {
            var (first, second) = batch.Halves();
            var failures = await ApplyAloneAsync(first, projection, lockTimeout, cancellationToken);
            return failures.Count > 0
                ? failures
                : await ApplyAloneAsync(second, projection, lockTimeout, cancellationToken);
        }
    }
}
