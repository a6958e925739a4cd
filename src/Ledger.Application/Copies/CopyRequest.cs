using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Copies;

/// <summary>What every request about a copy of a story has in common.</summary>
public abstract record CopyRequest : CommandRequest, IRequest<StreamOutcome<CopyState>>;

/// <summary>Runs commands on copies.</summary>
public sealed class CopyRunner(StreamRunner streams, Limits limits)
{
    /// <summary>The kind of stream that a copy is.</summary>
    internal static StreamKind<CopyEvent, CopyState> Kind { get; } =
        new("copy", CopyState.Initial, (state, e) => state.Evolve(e)) { StoryOf = state => state.Linked?.StoryId };

    public Task<StreamOutcome<CopyState>> RunAsync(
        Guid? copy, CopyRequest request, CopyCommand command, CancellationToken cancellationToken) =>
        streams.RunAsync(
            Kind, copy, request, Permission.EditStories,
            (state, _) => CopyDecider.Decide(command, state, limits), cancellationToken);
}
