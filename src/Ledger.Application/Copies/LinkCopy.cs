using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using Ledger.Domain.Stories;
using MediatR;

namespace Ledger.Application.Copies;

/// <summary>Makes a copy of a story known, so that each correction of the story from now on is owed to it.</summary>
/// <param name="Story">The story's id or any slug it has had.</param>
public sealed record LinkCopy(string Story, CopyKind Kind, string Publisher, string? Language, string? Address)
    : CopyRequest;

internal sealed class LinkCopyHandler(CopyRunner runner, StoryRepository stories)
    : IRequestHandler<LinkCopy, StreamOutcome<CopyState>>
{
    public async Task<StreamOutcome<CopyState>> Handle(LinkCopy request, CancellationToken cancellationToken)
    {
        if (await stories.FindAsync(request.Story, cancellationToken) is not { } id
            || (await stories.LoadAsync(id, cancellationToken)).Version == 0)
            return new StreamOutcome<CopyState>.Refused(new StoryNotFound());

        var command = new CopyCommand.Link(
            id, request.Kind, request.Publisher, request.Language, request.Address);
        return await runner.RunAsync(null, request, command, cancellationToken);
    }
}
