using System.Diagnostics;
using Ledger.Domain.Assets;
using Ledger.Domain.Copies;
using Ledger.Domain.Drafts;
using Ledger.Domain.Fixes;
using Ledger.Domain.Policies;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Fixes;
using Ledger.Projections.Reports;

namespace Ledger.Projections.Folding;

/// <summary>The kinds of streams, each told by its events: the one place where a new kind is named.</summary>
internal static class StreamKinds
{
    /// <summary>The stream of an event before its first one.</summary>
    /// <exception cref="UnreachableException">The event is of a kind that the read models were not told of.</exception>
    public static StreamFold Begin(RecordedEvent recorded) => recorded.Data switch
    {
        StoryEvent => new StoryFold { Id = recorded.StreamId },
        PolicyEvent => Of<PolicyState, PolicyEvent>(recorded, PolicyState.Initial, (state, e) => state.Evolve(e)),
        ReportEvent => Of<FoldedReport, ReportEvent>(recorded, FoldedReport.Initial, (state, e) => state.Evolve(e)),
        CopyEvent => Of<CopyState, CopyEvent>(recorded, CopyState.Initial, (state, e) => state.Evolve(e)),
        DraftEvent => Of<DraftState, DraftEvent>(recorded, DraftState.Initial, (state, e) => state.Evolve(e)),
        FixEvent => Of<FoldedFix, FixEvent>(recorded, new((Fix?)null), (state, e) => state.Evolve(e)),
        AssetEvent => Of<AssetState, AssetEvent>(recorded, AssetState.Initial, (state, e) => state.Evolve(e)),
        _ => throw new UnreachableException($"The read models do not know what to make of '{recorded.Type}'."),
    };

    private static StreamFold<TState> Of<TState, TEvent>(
        RecordedEvent recorded, TState initial, Func<TState, TEvent, TState> evolve)
        where TState : class =>
        new(initial, (state, happened) => evolve(state, (TEvent)happened)) { Id = recorded.StreamId };
}
