using Ledger.Cli.Running;
using Ledger.Cli.Showing;
using Ledger.EventStore;

namespace Ledger.Cli.Verbs;

/// <summary>Prints events as they stand in the log, with memory for a few of them.</summary>
/// <param name="store">The log.</param>
/// <param name="stream">The only stream to print, or null for all.</param>
/// <param name="limit">The most events to print, or null for no limit.</param>
internal sealed class LogPrinter(IEventStore store, Guid? stream, int? limit) : IDisposable
{
    private const int FlushAt = 1 << 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly MemoryStream buffer = new();
    private int printed;
    private long lastPosition;
    private long lastVersion;

    public async Task PrintAsync(long after, bool follow, CancellationToken cancellationToken)
    {
        lastPosition = after;
        try
        {
            while (true)
            {
                // Taken before reading, so that what is appended meanwhile is not waited for.
                var head = await store.GetHeadAsync(cancellationToken);
                await PrintNewAsync(cancellationToken);
                if (!follow || printed == limit)
                    return;

                await WaitAsync(Math.Max(head, lastPosition), cancellationToken);
            }
        }
        catch (OperationCanceledException) when (follow)
        {
            // To be stopped is how following ends.
        }
    }

    public void Dispose() => buffer.Dispose();

    private async Task WaitAsync(long position, CancellationToken cancellationToken)
    {
        while (await store.WaitForGrowthAsync(position, LongestWait, cancellationToken) <= position)
            cancellationToken.ThrowIfCancellationRequested();
    }

    private async Task PrintNewAsync(CancellationToken cancellationToken)
    {
        var events = stream is { } id
            ? store.ReadStreamAsync(id, new(lastVersion + 1), cancellationToken)
            : store.ReadAllAsync(lastPosition, limit - printed, cancellationToken);
        var after = lastPosition;
        await foreach (var recorded in events)
        {
            lastVersion = recorded.Version;
            if (recorded.Position <= after)
                continue;

            EventLine.Write(buffer, recorded);
            lastPosition = recorded.Position;
            printed++;
            if (printed == limit)
                break;

            if (buffer.Length >= FlushAt)
                await FlushAsync(cancellationToken);
        }

        await FlushAsync(cancellationToken);
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await Output.BytesAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
        buffer.SetLength(0);
    }
}
