using Ledger.Application.Streams;
using Ledger.Domain.Copies;
using MediatR;

namespace Ledger.Application.Copies;

/// <summary>Ends what is owed to a copy: it is gone, or never was one.</summary>
public sealed record UnlinkCopy(Guid Copy, string Reason) : CopyRequest;

internal sealed class UnlinkCopyHandler(CopyRunner runner) : IRequestHandler<UnlinkCopy, StreamOutcome<CopyState>>
{
    public Task<StreamOutcome<CopyState>> Handle(UnlinkCopy request, CancellationToken cancellationToken) =>
        runner.RunAsync(request.Copy, request, new CopyCommand.Unlink(request.Reason), cancellationToken);
}
