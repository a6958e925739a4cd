using MediatR;

namespace Ledger.Application.Stories;

/// <summary>What every request to change a story has in common.</summary>
public abstract record StoryRequest : CommandRequest, IRequest<Outcome>;

/// <summary>A request to change a story that exists.</summary>
public abstract record ExistingStoryRequest : StoryRequest
{
    /// <summary>The story's id or any slug it has had.</summary>
    public required string Story { get; init; }
}
