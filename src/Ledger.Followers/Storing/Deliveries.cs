using Ledger.EventStore;
using Ledger.Projections.Rows;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Followers.Storing;

/// <summary>Up to where a follower has looked, and how many events it is still to be told.</summary>
internal sealed record FollowerState(long Position, bool Paused, long Kept);

/// <summary>An event that may be handed over now.</summary>
/// <param name="Attempts">How often it has failed.</param>
internal sealed record DueDelivery(long Position, Guid Stream, int Attempts);

/// <summary>What one follower is still to be told, as whoever leads it reads and writes it.</summary>
internal sealed class Deliveries(NpgsqlDataSource database, string follower, TimeProvider time)
{
    /// <summary>Where it stands; null when it was removed.</summary>
    public Task<FollowerState?> FindAsync(CancellationToken cancellationToken) => RunAsync(
        "Find", command => command.ReadOneAsync(
            row => new FollowerState(row.GetInt64(0), row.GetBoolean(1), row.GetInt64(2)), cancellationToken));

    /// <summary>Notes what is wanted up to a position, all or nothing, and nothing where it stands elsewhere.</summary>
    public Task FillAsync(
        long from, long to, IReadOnlyList<RecordedEvent> wanted, CancellationToken cancellationToken) => RunAsync(
        "Fill", command => command
            .With(from)
            .With(to)
            .Column(wanted, recorded => recorded.Position)
            .Column(wanted, recorded => recorded.StreamId)
            .With(time.GetUtcNow())
            .ExecuteNonQueryAsync(cancellationToken));

    /// <summary>What may be handed over now, of streams that are not in hand.</summary>
    public Task<List<DueDelivery>> ListDueAsync(
        IReadOnlyCollection<Guid> inHand, int most, CancellationToken cancellationToken) => RunAsync(
        "Due", command => command
            .With(time.GetUtcNow())
            .Column(inHand, stream => stream)
            .With(most)
            .ReadAsync(row => new DueDelivery(row.GetInt64(0), row.GetGuid(1), row.GetInt32(2)), cancellationToken));

    public Task TakenAsync(long position, CancellationToken cancellationToken) => RunAsync(
        "Taken", command => command.With(position).ExecuteNonQueryAsync(cancellationToken));

    /// <param name="position">Of the event that failed.</param>
    /// <param name="pause">Until the next attempt; null parks it.</param>
    /// <param name="error">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task FailedAsync(long position, TimeSpan? pause, string error, CancellationToken cancellationToken) =>
        RunAsync("Failed", command => command
            .With(position)
            .With(time.GetUtcNow() + pause, NpgsqlDbType.TimestampTz)
            .With(error)
            .ExecuteNonQueryAsync(cancellationToken));

    public Task RefusedAsync(string reason, CancellationToken cancellationToken) => RunAsync(
        "Refused", command => command.With(reason).ExecuteNonQueryAsync(cancellationToken));

    /// <summary>Notes why the log cannot be read on.</summary>
    /// <returns>Whether that is new.</returns>
    public async Task<bool> StandAsync(string reason, CancellationToken cancellationToken) => await RunAsync(
        "Stand", command => command.With(reason).ExecuteNonQueryAsync(cancellationToken)) > 0;

    private async Task<T> RunAsync<T>(string statement, Func<NpgsqlCommand, Task<T>> run)
    {
        await using var command = database.CreateCommand(Sql.Of<Deliveries>(statement)).With(follower);
        return await run(command);
    }
}
