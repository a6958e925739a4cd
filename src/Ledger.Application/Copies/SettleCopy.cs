using Ledger.Application.Stories;
using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using MediatR;

namespace Ledger.Application.Copies;

/// <summary>Says what became of a correction in a copy: it was carried over, or need not be, and why.</summary>
public sealed record SettleCopy(Guid Copy, Guid Correction, CopyOutcome Outcome, string? Reason) : CopyRequest;

internal sealed class SettleCopyHandler(CopyRunner runner, StreamLoader streams, StoryRepository stories)
    : IRequestHandler<SettleCopy, StreamOutcome<CopyState>>
{
    public async Task<StreamOutcome<CopyState>> Handle(SettleCopy request, CancellationToken cancellationToken)
    {
        var copy = await streams.LoadAsync(CopyRunner.Kind, request.Copy, cancellationToken);
        if (copy.State.Linked is { } linked && !await HasCorrectionAsync(linked.StoryId))
            return new StreamOutcome<CopyState>.Refused(new NotACorrectionOfTheStory());

        var command = new CopyCommand.Settle(request.Correction, request.Outcome, request.Reason);
        return await runner.RunAsync(request.Copy, request, command, cancellationToken);

        async Task<bool> HasCorrectionAsync(Guid storyId)
        {
            var story = await stories.LoadAsync(storyId, cancellationToken);
            return story.State.Current?.Corrections.Any(correction => correction.Id == request.Correction) == true;
        }
    }
}
