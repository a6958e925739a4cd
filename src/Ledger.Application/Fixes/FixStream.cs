using Ledger.Application.Streams;
using Ledger.Domain.Fixes;

namespace Ledger.Application.Fixes;

/// <summary>The kind of stream that a proposed fix is.</summary>
public static class FixStream
{
    public static StreamKind<FixEvent, Fix?> Kind { get; } = new("fix", null, Fix.Evolve)
    {
        StoryOf = fix => fix?.Proposed.StoryId,
    };
}
