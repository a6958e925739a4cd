using System.Collections.Concurrent;
using Ledger.EventStore;

namespace Ledger.Web.Memory;

/// <summary>The pages that readers ask for most, finished, for as long as nothing that they show has changed.</summary>
/// <remarks>
/// <list type="number">
/// <item>Who asks after a command of this process has returned never gets a page from before it.</item>
/// <item>What another process appends is shown as soon as the database's notification of it has come.</item>
/// <item>While notifications cannot be heard, nothing is answered from memory and nothing is kept.</item>
/// <item>A page that was being made while its story changed is not kept.</item>
/// </list>
/// The framework's output cache keeps a page that was evicted while it was being made, which breaks the last rule.
/// </remarks>
internal sealed class PageMemory(ILogWatch watch, WebSettings settings, TimeProvider time) : IHostedService
{
    // What no event tells of, such as read models that were made anew after a repair, shows after this time.
    private static readonly TimeSpan LongestAge = TimeSpan.FromMinutes(1);

    // So that one page cannot drive out all others.
    private const int SharesOfSpace = 8;

    private readonly ConcurrentDictionary<PageKey, Kept> pages = new();
    private readonly Dictionary<PageSubject, HashSet<Kept>> bySubject = [];
    private readonly LinkedList<Kept> order = [];
    private readonly ChangeClock clock = new();
    private readonly Lock changing = new();
    private long size;

    /// <summary>The moment to be noted before a page reads what it shows.</summary>
    public long Now => clock.Now;

    /// <summary>How many bytes are kept.</summary>
    public long Size => Interlocked.Read(ref size);

    public FinishedPage? Find(PageKey key)
    {
        if (!watch.IsLive || !pages.TryGetValue(key, out var kept) || time.GetElapsedTime(kept.Since) > LongestAge)
            return null;

        // Written once only, because many processors read it.
        if (!kept.IsUsed)
            kept.IsUsed = true;

        return kept.Page;
    }

    /// <summary>Keeps a page, unless something that it shows has changed since its making began.</summary>
    public void Keep(PageKey key, FinishedPage page, PageSubject subject, long begun)
    {
        var kept = new Kept(key, page, subject, time.GetTimestamp());
        if (kept.Size > settings.PageMemory / SharesOfSpace)
            return;

        lock (changing)
        {
            if (!watch.IsLive || clock.HasChangedSince(begun, subject))
                return;

            if (pages.TryGetValue(key, out var older))
                Drop(older);

            Add(kept);
            while (size > settings.PageMemory)
                DropOne();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        watch.Changed += Forget;
        watch.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        watch.Changed -= Forget;
        return Task.CompletedTask;
    }

    private void Forget(LogChange change)
    {
        lock (changing)
        {
            if (change.Streams is { } stories)
            {
                clock.Changed(stories);
                DropAbout(PageSubject.AnyStory);
                foreach (var story in stories)
                    DropAbout(new(story));
            }
            else
            {
                clock.AllChanged();
                while (order.First is { } first)
                    Drop(first.Value);
            }
        }
    }

    private void Add(Kept kept)
    {
        pages[kept.Key] = kept;
        order.AddLast(kept.Place);
        if (!bySubject.TryGetValue(kept.Subject, out var about))
            bySubject[kept.Subject] = about = [];

        about.Add(kept);
        size += kept.Size;
    }

    private void Drop(Kept kept)
    {
        pages.TryRemove(kept.Key, out _);
        order.Remove(kept.Place);
        var about = bySubject[kept.Subject];
        if (about.Remove(kept) && about.Count == 0)
            bySubject.Remove(kept.Subject);

        size -= kept.Size;
    }

    private void DropAbout(PageSubject subject)
    {
        if (bySubject.TryGetValue(subject, out var about))
        {
            foreach (var kept in about.ToList())
                Drop(kept);
        }
    }

    // The oldest goes, but one that was asked for since it was last looked at is spared once.
    private void DropOne()
    {
        var oldest = order.First!.Value;
        if (oldest.IsUsed)
        {
            oldest.IsUsed = false;
            order.Remove(oldest.Place);
            order.AddLast(oldest.Place);
        }
        else
        {
            Drop(oldest);
        }
    }

    private sealed class Kept
    {
        // The entries of the dictionaries and lists that lead to it.
        private const int Overhead = 512;

        public Kept(PageKey key, FinishedPage page, PageSubject subject, long since)
        {
            (Key, Page, Subject, Since) = (key, page, subject, since);
            Size = page.Size + 2 * key.Path.Length + Overhead;
            Place = new(this);
        }

        public PageKey Key { get; }
        public FinishedPage Page { get; }
        public PageSubject Subject { get; }
        public long Since { get; }
        public int Size { get; }
        public LinkedListNode<Kept> Place { get; }
        public volatile bool IsUsed;
    }
}
