using System.Globalization;
using System.Runtime.CompilerServices;
using Ledger.EventStore;
using Ledger.EventStore.Verifying;
using Ledger.Projections.Folding;
using Ledger.Projections.Rows;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Projections.Verifying;

/// <summary>Folds all events again into tables of its own, and compares what readers see, row by row.</summary>
/// <remarks>
/// Live rows are seen as one moment shows them, and the events up to just there are folded; so readers, writers and the
/// live read models go on meanwhile. A rebuild, which needs the same place, waits.
/// </remarks>
public sealed class ReadModelsCheck(NpgsqlDataSource database, IEventStore store, ProjectionRunner runner) : ICheck
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Name => "read-models";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await runner.CatchUpAsync(LongestWait, cancellationToken);
        await using var alone = await SessionLock.AcquireAsync(database, Rebuild.LockName, cancellationToken);
        foreach (var finding in await FindAsync(progress, cancellationToken))
            yield return finding;
    }

    private async Task<IReadOnlyList<Finding>> FindAsync(
        IProgress<CheckProgress>? progress, CancellationToken cancellationToken)
    {
        var shown = progress is null ? null : new Shown(Name, progress);
        try
        {
            // What a rebuild has left is as little trusted as what readers see.
            await Shadow.DropAsync(database);
            var position = await new Rebuild(database, store).LoadAsync(ReadModels.All, shown, cancellationToken);
            return await CompareAsync(position, cancellationToken);
        }
        catch (RebuildStoppedException e)
        {
            return [new(Name, Event(e.Position), $"cannot be folded: {e.Message}")];
        }
        catch (UnfoldableException e)
        {
            return [new(Name, Event(e.Position), $"cannot be folded: {e.Message}")];
        }
        catch (UnknownEventTypeException e)
        {
            return [new(Name, Event(e.Position), "is of a type that this program does not know")];
        }
        finally
        {
            await Shadow.DropAsync(database);
        }
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync(long folded, CancellationToken cancellationToken)
    {
        await using var moment = await BatchTransaction.BeginMomentAsync(
            database, Area.Shadow, Shadow.LockWait, cancellationToken);
        var found = new List<Finding>();
        var models = await LogStatus.ReadAsync(moment.Connection, ReadModels.All, cancellationToken);
        foreach (var standing in models.Models.GroupBy(model => model.Position))
        {
            if (standing.Key < folded)
                found.AddRange(standing.Select(Behind));
            else if (standing.Key > models.Head)
                found.AddRange(standing.Select(Past));
            else
                await FoldOnAsync(moment, standing, folded, cancellationToken);
        }

        await Shadow.ExecuteAsync(moment.Connection, Sql.Of<ReadModelsCheck>("CompareTables"), cancellationToken);
        await using var differences = moment.Connection.Command("select place, what from difference");
        var rows = await differences.ReadAsync(
            row => new Finding(Name, row.GetString(0), row.GetString(1)), cancellationToken);

        // The rows of a model that stands elsewhere say nothing.
        var behind = models.Models.Where(model => model.Position < folded).SelectMany(TablesOf).ToHashSet();
        return [.. found, .. rows.Where(row => !behind.Contains(row.Where.Split(' ')[0]))];
    }

    // Up to the very event that the live rows contain.
    private async Task FoldOnAsync(
        BatchTransaction moment, IGrouping<long, ReadModelStatus> standing, long folded,
        CancellationToken cancellationToken)
    {
        var models = ReadModels.All.Where(model => standing.Any(status => status.Name == model.Name)).ToList();
        var batches = EventBatch.ReadAsync(store, new(store), folded, cancellationToken);
        await foreach (var batch in batches)
        {
            var steps = batch.Steps.Where(step => step.Position <= standing.Key).ToList();
            if (steps.Count > 0)
                await moment.ApplyAsync(batch with { Steps = steps }, models, cancellationToken);

            if (batch.Last >= standing.Key)
                return;
        }
    }

    private Finding Behind(ReadModelStatus model) => new(Name, $"the read model '{model.Name}'", string.Create(
        CultureInfo.InvariantCulture, $"stands at position {model.Position}, so its rows could not be compared"));

    private Finding Past(ReadModelStatus model) => new(Name, $"the read model '{model.Name}'", string.Create(
        CultureInfo.InvariantCulture, $"stands at position {model.Position}, which the log does not have"));

    private static IEnumerable<string> TablesOf(ReadModelStatus status) => ReadModels.All
        .Single(model => model.Name == status.Name).Tables.Select(table => $"read.{table.Name}");

    private static string Event(long position) => string.Create(CultureInfo.InvariantCulture, $"event {position}");

    private sealed class Shown(string name, IProgress<CheckProgress> progress) : IProgress<RebuildProgress>
    {
        public void Report(RebuildProgress value) => progress.Report(new(name, value.Events, value.Head));
    }
}
