namespace Ledger.Web.Memory;

/// <summary>Tells whether a story has changed since a moment, in memory that does not grow with the stories.</summary>
/// <remarks>
/// Stories share slots by their ids, so that a story can seem changed when another one was, but never the other way
/// round. Who writes holds the lock of the owner.
/// </remarks>
internal sealed class ChangeClock
{
    private readonly long[] lastChange = new long[1024];
    private long now;
    private long lastOfAny;
    private long lastOfAll;

    /// <summary>The present moment: the number of changes that were told so far.</summary>
    public long Now => Volatile.Read(ref now);

    public void Changed(IReadOnlyCollection<Guid> stories)
    {
        var moment = now + 1;
        lastOfAny = moment;
        foreach (var story in stories)
            lastChange[SlotOf(story)] = moment;

        Volatile.Write(ref now, moment);
    }

    public void AllChanged()
    {
        lastOfAny = lastOfAll = now + 1;
        Volatile.Write(ref now, lastOfAll);
    }

    public bool HasChangedSince(long moment, PageSubject subject) =>
        lastOfAll > moment || (subject.Story is { } story ? lastChange[SlotOf(story)] : lastOfAny) > moment;

    private long SlotOf(Guid story) => unchecked((uint)story.GetHashCode()) % lastChange.Length;
}
