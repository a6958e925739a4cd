using Ledger.EventStore;
using Npgsql;

namespace Ledger.Projections.Running;

/// <summary>How far a rebuild has come.</summary>
public sealed record RebuildProgress(long Position, long Head);

/// <summary>Makes read models anew from the events, beside the old ones, and swaps them in one transaction.</summary>
public sealed class Rebuild(NpgsqlDataSource database, IEventStore store)
{
    /// <summary>The names of all read models.</summary>
    public static IReadOnlyList<string> Names { get; } = ["story", "revision", "changelog", "correction", "slug"];

    /// <exception cref="ArgumentException">A name is not that of a read model.</exception>
    public Task RunAsync(
        IReadOnlyList<string> names, IProgress<RebuildProgress>? progress, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"{database}{store}");
}
