using System.Collections.Concurrent;
using Ledger.EventStore;

namespace Ledger.Followers.Tests.Following;

/// <summary>A follower in memory, which answers as a test wants.</summary>
internal sealed class Recipient(string name = "recipient") : IFollower, IFollowerSource
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(5);

    private int atOnce;

    public string Name => name;

    public int Concurrency { get; init; } = 4;

    public RetrySchedule Retries { get; init; } = new([Soon, Soon]);

    /// <summary>How it answers; by default it takes everything.</summary>
    public Func<RecordedEvent, Task<Handover>> Answer { get; set; } = _ => Task.FromResult(Handover.Done);

    /// <summary>What was handed over and taken, in the order in which it came.</summary>
    public ConcurrentQueue<RecordedEvent> Taken { get; } = new();

    /// <summary>The positions of all attempts, in the order in which they came.</summary>
    public ConcurrentQueue<long> Attempts { get; } = new();

    /// <summary>The most that it was ever told at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public bool Wants(RecordedEvent recorded) => recorded.Type != "slug_changed";

    public async Task<Handover> DeliverAsync(RecordedEvent recorded, CancellationToken cancellationToken)
    {
        Attempts.Enqueue(recorded.Position);
        var now = Interlocked.Increment(ref atOnce);
        lock (Taken)
            MostAtOnce = Math.Max(MostAtOnce, now);

        try
        {
            var answer = await Answer(recorded);
            if (answer is Handover.Taken)
                Taken.Enqueue(recorded);

            return answer;
        }
        finally
        {
            Interlocked.Decrement(ref atOnce);
        }
    }

    public Task<IReadOnlyList<IFollower>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<IFollower>>([this]);
}
