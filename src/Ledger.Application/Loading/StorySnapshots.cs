using Ledger.Application.Stories;
using Ledger.EventStore;
using Microsoft.Extensions.Logging;

namespace Ledger.Application.Loading;

/// <summary>Keeps the state of long stories beside the log, so that none takes long to load.</summary>
/// <remarks>
/// Snapshots are not trusted and not needed: one that cannot be read or written costs the time of a full fold and a
/// line in the log of the program, and nothing else.
/// </remarks>
public sealed partial class StorySnapshots(ISnapshotStore store, ILogger<StorySnapshots> log)
    : IAsyncDisposable, IDisposable
{
    /// <summary>A snapshot is made when so many events stand behind the last one.</summary>
    internal const int Every = 100;

    private const int MostWaiting = 16;
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(5);

    private readonly Lock queue = new();
    private readonly CancellationTokenSource stop = new();
    private Task saving = Task.CompletedTask;
    private int waiting;

    /// <summary>The story as its snapshot has it, or null where there is none that can be read.</summary>
    internal async Task<LoadedStory?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, SnapshotFormat.Number, cancellationToken) is not { } snapshot)
            return null;

        try
        {
            var state = SnapshotFormat.Read(snapshot.State);
            return new(id, state, snapshot.Version, snapshot.Position) { SnapshotVersion = snapshot.Version };
        }
        catch (Exception e) when (e is System.Text.Json.JsonException or NotSupportedException)
        {
            LogUnreadable(id, snapshot.Version, e);
            return null;
        }
    }

    /// <summary>Has a snapshot made in the background when the story has grown enough for it.</summary>
    /// <returns>The story, with the version of the snapshot that it has, or will have.</returns>
    internal LoadedStory Consider(LoadedStory story)
    {
        if (story.Version - story.SnapshotVersion < Every)
            return story;

        lock (queue)
        {
            if (waiting == MostWaiting || stop.IsCancellationRequested)
                return story;

            waiting++;
            saving = SaveAfterAsync(saving, story);
        }

        return story with { SnapshotVersion = story.Version };
    }

    /// <summary>Waits a little for the snapshots that are being made.</summary>
    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (queue)
            last = saving;

        if (stop.IsCancellationRequested)
            return;

        stop.CancelAfter(LongestGoodbye);
        await last;
        await stop.CancelAsync();
    }

    /// <inheritdoc cref="DisposeAsync"/>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task SaveAfterAsync(Task before, LoadedStory story)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            var snapshot = new Snapshot(
                SnapshotFormat.Number, story.Version, story.Position, SnapshotFormat.Write(story.State));
            await store.SaveAsync(story.Id, snapshot, stop.Token);
        }
        catch (Exception e)
        {
            LogNotSaved(story.Id, story.Version, e);
        }
        finally
        {
            lock (queue)
                waiting--;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "The snapshot of story {Story} at version {Version} cannot be read; the story is read in full.")]
    private partial void LogUnreadable(Guid story, long version, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "No snapshot of story {Story} at version {Version} could be kept; loading it takes longer.")]
    private partial void LogNotSaved(Guid story, long version, Exception exception);
}
