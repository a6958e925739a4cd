using System.CommandLine;
using System.Globalization;
using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.EventStore;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Followers;
using Ledger.Followers.Storing;
using Ledger.Hosting.Database;
using Ledger.Hosting.Witnesses;
using Ledger.Projections.Changelog;
using Ledger.Projections.Running;
using Npgsql;

namespace Ledger.Cli.Verbs;

/// <summary>Where the log, each read model and each follower stand.</summary>
/// <param name="Position">The position of the last event.</param>
/// <param name="Checkpoint">What was signed last; null when nothing was yet.</param>
/// <param name="Fault">Why the log does not extend what was signed; null when it does.</param>
/// <param name="Witnesses">How far the witnesses are; null where there is no policy of witnesses.</param>
/// <param name="UnexplainedChanges">As far as the changelog has got; <c>ledger audit changes</c> recomputes it.</param>
internal sealed record LedgerStatus(
    long Position, long Events, long LogBytes, long DatabaseBytes, CheckpointStatus? Checkpoint, string? Fault,
    WitnessStatus? Witnesses, long UnexplainedChanges, IReadOnlyList<ReadModelStatus> ReadModels,
    IReadOnlyList<FollowerStatus> Followers);

/// <summary>The checkpoint that was signed last.</summary>
/// <param name="Size">How many events it signs.</param>
/// <param name="Root">The root of the tree over them, in base64.</param>
internal sealed record CheckpointStatus(long Number, long Size, string Root, DateTimeOffset PublishedAt);

internal static class StatusVerb
{
    public static Command Create()
    {
        var command = new Command("status", "Tells where the log and read models stand; exit code 1 when one stopped");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var session = await Session.OpenAsync(parsed, cancellationToken);
            var head = await session.Get<IEventStore>().GetHeadAsync(cancellationToken);
            var models = await session.Get<ProjectionRunner>().GetStatusAsync(cancellationToken);
            var unexplained = await session.Get<ChangelogQueries>().CountUnexplainedAsync(cancellationToken);
            var size = await new DatabaseCare(session.Get<NpgsqlDataSource>()).MeasureAsync(cancellationToken);
            var signed = await session.Get<MerkleLog>().FindLastCheckpointAsync(cancellationToken);
            var fault = await session.Get<CheckpointPublisher>().FindFaultAsync(cancellationToken);
            var status = new LedgerStatus(
                head, head, size.LogBytes, size.DatabaseBytes,
                signed is null ? null : new(signed.Number, signed.Size, signed.Root.ToBase64(), signed.PublishedAt),
                fault, await session.Get<WitnessReport>().GetAsync(cancellationToken), unexplained, models,
                await session.Get<FollowerStore>().GetStatusAsync(cancellationToken));
            if (session.AsJson)
                await Output.JsonAsync(status, cancellationToken);
            else
                await Output.TextAsync(Text(status), cancellationToken);

            return fault is not null || status.Witnesses?.Fault is not null
                || models.Any(model => model.StoppedAt is not null)
                ? ExitCode.CheckFailed
                : ExitCode.Done;
        });
        return command;
    }

    private static string Text(LedgerStatus status) =>
        string.Create(CultureInfo.InvariantCulture, $"Log at position {status.Position}: {status.Events} events in ")
        + $"{Bytes(status.LogBytes)}; the whole database has {Bytes(status.DatabaseBytes)}.\n"
        + Signed(status)
        + WitnessShowing.Standing(status.Witnesses)
        + string.Create(CultureInfo.InvariantCulture, $"unexplained changes: {status.UnexplainedChanges}\n")
        + Columns.Of(status.ReadModels.Select(Row).Prepend(["Read model", "Position", "Behind", "State"]))
        + WitnessShowing.Table(status.Witnesses)
        + (status.Followers.Count == 0 ? "" : Columns.Of(
            status.Followers.Select(Row).Prepend(["Follower", "Position", "Behind", "Waiting", "Parked", "State"])));

    private static string Signed(LedgerStatus status) => status switch
    {
        { Fault: { } fault } => $"NOT AS SIGNED: {fault}\n",
        { Checkpoint: null } => "No checkpoint is signed yet.\n",
        { Checkpoint: { } last } => string.Create(CultureInfo.InvariantCulture,
            $"Checkpoint {last.Number} signs {last.Size} events with the root {last.Root} ({last.PublishedAt:u}).\n"),
    };

    private static string[] Row(ReadModelStatus model) =>
    [
        model.Name,
        model.Position.ToString(CultureInfo.InvariantCulture),
        model.Lag.ToString(CultureInfo.InvariantCulture),
        model.StoppedAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"stopped at position {at}: {Plain.Line(model.Error)}")
            : model.Lag == 0 ? "up to date" : "following",
    ];

    private static string[] Row(FollowerStatus follower) =>
    [
        follower.Name,
        follower.Position.ToString(CultureInfo.InvariantCulture),
        follower.Lag.ToString(CultureInfo.InvariantCulture),
        follower.Waiting.ToString(CultureInfo.InvariantCulture),
        follower.Parked.ToString(CultureInfo.InvariantCulture),
        (follower.Paused ? "paused" : follower is { Lag: 0, Waiting: 0 } ? "up to date" : "following")
            + (follower.Error is { } error ? $": {Plain.Line(error)}" : ""),
    ];

    private static string Bytes(long bytes) => bytes switch
    {
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:F0} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:F1} GiB"),
    };
}
