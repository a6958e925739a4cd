using System.Collections.Concurrent;
using Ledger.Followers.Wolverine.Messages;
using Wolverine;
using Wolverine.Runtime;
using Wolverine.Runtime.Handlers;

namespace Ledger.Followers.Tests.Wolverine;

/// <summary>A handler of Wolverine's, which answers as a test wants.</summary>
internal sealed class Newsroom : MessageHandler<LedgerEvent>
{
    /// <summary>What it does with an event before it has handled it; nothing by default.</summary>
    public Action<LedgerEvent> Look { get; set; } = _ => { };

    /// <summary>All that came to it, in the order in which it came.</summary>
    public ConcurrentQueue<long> Attempts { get; } = new();

    /// <summary>What it has handled well, in the order in which that was done.</summary>
    public ConcurrentQueue<LedgerEvent> Handled { get; } = new();

    /// <summary>Handles the events in the process that publishes them.</summary>
    public void Here(WolverineOptions options)
    {
        options.AddMessageHandler(this);
        options.PublishMessage<LedgerEvent>().ToLocalQueue("events");
    }

    public void AssertInOrder()
    {
        foreach (var story in Handled.GroupBy(happened => happened.Stream))
            Assert.Equal(story.Select(happened => happened.Position).Order(), story.Select(e => e.Position));
    }

    protected override async Task HandleAsync(
        LedgerEvent message, MessageContext context, CancellationToken cancellation)
    {
        Attempts.Enqueue(message.Position);
        await Task.Yield();
        Look(message);
        Handled.Enqueue(message);
    }
}
