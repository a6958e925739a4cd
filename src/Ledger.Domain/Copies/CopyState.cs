using System.Diagnostics;

namespace Ledger.Domain.Copies;

/// <summary>A copy of a story, folded from its events.</summary>
public sealed record CopyState
{
    public static CopyState Initial { get; } = new();

    /// <summary>How it was linked; null before that.</summary>
    public CopyLinked? Linked { get; private init; }

    /// <summary>Why it was unlinked; null while it is linked.</summary>
    public CopyUnlinked? Unlinked { get; private init; }

    /// <summary>What became of each correction, the last word for each.</summary>
    public IReadOnlyDictionary<Guid, CopySettled> Settled { get; private init; } = new Dictionary<Guid, CopySettled>();

    /// <exception cref="UnreachableException">The event cannot follow on this state, or is not known here.</exception>
    public CopyState Evolve(CopyEvent happened) => happened switch
    {
        CopyLinked e when Linked is null => new() { Linked = e },
        CopySettled e when Linked is not null && Unlinked is null => this with
        {
            Settled = new Dictionary<Guid, CopySettled>(Settled) { [e.CorrectionId] = e },
        },
        CopyUnlinked e when Linked is not null && Unlinked is null => this with { Unlinked = e },
        _ => throw new UnreachableException($"{happened.GetType().Name} cannot happen to this copy."),
    };
}
