using Ledger.EventStore;

namespace Ledger.Followers;

/// <summary>Somebody outside who is told what happens in the log.</summary>
/// <remarks>
/// <list type="number">
/// <item>Every event that it wants is handed over at least once. What was taken, and noted as taken, is not handed
/// over again; an end of the process between the two makes a second time, which shows by the event's id.</item>
/// <item>The events of a stream are handed over in their order, one after the other: what fails holds up the later
/// ones of its stream, also when it is parked, and of no other.</item>
/// <item>What was noted as waiting survives the end of the process and of the database server.</item>
/// </list>
/// </remarks>
public interface IFollower
{
    /// <summary>Under which its checkpoint is kept; the same for all its life.</summary>
    string Name { get; }

    /// <summary>How many events, of as many streams, it takes at once; 1 or more.</summary>
    int Concurrency { get; }

    /// <summary>When what failed is tried again.</summary>
    RetrySchedule Retries { get; }

    /// <summary>Whether it is told of the event at all. The answer depends on the event alone.</summary>
    bool Wants(RecordedEvent recorded);

    /// <summary>Hands one event over, in a bounded time.</summary>
    /// <returns>What came of it. An exception counts as a failure, with its message as the reason.</returns>
    Task<Handover> DeliverAsync(RecordedEvent recorded, CancellationToken cancellationToken);
}

/// <summary>Knows who follows at the moment.</summary>
public interface IFollowerSource
{
    /// <summary>All of its followers; asked again and again, since they come and go.</summary>
    Task<IReadOnlyList<IFollower>> ListAsync(CancellationToken cancellationToken);
}

/// <summary>What came of handing an event over.</summary>
public abstract record Handover
{
    /// <summary>The other side has it.</summary>
    public static Handover Done { get; } = new Taken();

    private Handover()
    {
    }

    /// <summary>The other side has it.</summary>
    public sealed record Taken : Handover;

    /// <summary>It is to be tried again.</summary>
    /// <param name="Reason">For people, in one line.</param>
    /// <param name="NotBefore">How long the other side asked to be left alone; null where it did not.</param>
    public sealed record Failed(string Reason, TimeSpan? NotBefore = null) : Handover;

    /// <summary>The other side wants nothing any more: the follower is paused until somebody resumes it.</summary>
    /// <param name="Reason">For people, in one line.</param>
    public sealed record Refused(string Reason) : Handover;
}
