using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ledger.Application.Loading;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Verifying;

namespace Ledger.Application.Auditing;

/// <summary>Folds every story that has a snapshot from its first event, and holds the snapshot against it.</summary>
/// <remarks>Snapshots of another format are never read, and not looked at here either.</remarks>
public sealed class SnapshotsCheck(IEventStore events, ISnapshotStore snapshots) : ICheck
{
    /// <inheritdoc/>
    public string Name => "snapshots";

    /// <inheritdoc/>
    public async IAsyncEnumerable<Finding> RunAsync(
        IProgress<CheckProgress>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var streams = await snapshots.ListAsync(SnapshotFormat.Number, cancellationToken);
        for (var i = 0; i < streams.Count; i++)
        {
            if (await WhatIsWrongAsync(streams[i], cancellationToken) is { } wrong)
                yield return new(Name, $"the snapshot of story {streams[i]}", wrong);

            progress?.Report(new(Name, i + 1, streams.Count));
        }
    }

    private async Task<string?> WhatIsWrongAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await snapshots.FindAsync(id, SnapshotFormat.Number, cancellationToken) is not { } snapshot)
            return null;

        var (state, last) = (StoryState.Initial, default(RecordedEvent));
        await foreach (var recorded in events.ReadStreamAsync(id, new(1, snapshot.Version), cancellationToken))
        {
            if (recorded.Data is not StoryEvent happened)
                return "is of a stream that is no story";

            (state, last) = (state.Evolve(happened), recorded);
        }

        if (last?.Version != snapshot.Version)
            return string.Create(CultureInfo.InvariantCulture, $"has version {snapshot.Version}, which is not there");

        if (last.Position != snapshot.Position)
            return "does not say the position of its version";

        return IsState(snapshot.State, state) ? null : "is not what its events give";
    }

    private static bool IsState(byte[] stored, StoryState state)
    {
        try
        {
            var kept = SnapshotFormat.Write(SnapshotFormat.Read(stored));
            return kept.AsSpan().SequenceEqual(SnapshotFormat.Write(state));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return false;
        }
    }
}
