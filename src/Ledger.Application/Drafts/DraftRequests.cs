using Ledger.Application.Streams;
using Ledger.Domain.Drafts;
using MediatR;

namespace Ledger.Application.Drafts;

/// <summary>What every request about a draft that exists has in common.</summary>
public abstract record DraftRequest : CommandRequest, IRequest<StreamOutcome<DraftState>>
{
    /// <summary>The draft, whose id is that of the correction when it is published.</summary>
    public required Guid Draft { get; init; }
}

public sealed record EditDraft(long BaseVersion, DraftContent Content) : DraftRequest;

public sealed record SubmitDraft : DraftRequest;

/// <summary>Agrees; what is not to wait for a time is published with that.</summary>
public sealed record ApproveDraft : DraftRequest;

public sealed record RejectDraft(string Reason) : DraftRequest;

public sealed record DiscardDraft(string? Reason) : DraftRequest;

/// <summary>Publishes at once, to be approved afterwards, what the policy lets one editor publish.</summary>
public sealed record RushDraft : DraftRequest;

/// <summary>Publishes an approved draft whose time has come; asked by the program itself, often.</summary>
public sealed record PublishDraft : DraftRequest;

internal sealed class DraftHandlers(DraftDesk desk) :
    IRequestHandler<EditDraft, StreamOutcome<DraftState>>,
    IRequestHandler<SubmitDraft, StreamOutcome<DraftState>>,
    IRequestHandler<ApproveDraft, StreamOutcome<DraftState>>,
    IRequestHandler<RejectDraft, StreamOutcome<DraftState>>,
    IRequestHandler<DiscardDraft, StreamOutcome<DraftState>>,
    IRequestHandler<RushDraft, StreamOutcome<DraftState>>,
    IRequestHandler<PublishDraft, StreamOutcome<DraftState>>
{
    public Task<StreamOutcome<DraftState>> Handle(EditDraft request, CancellationToken cancellationToken) =>
        desk.RunAsync(request, new DraftCommand.Edit(request.BaseVersion, request.Content), cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(SubmitDraft request, CancellationToken cancellationToken) =>
        desk.SubmitAsync(request, cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(ApproveDraft request, CancellationToken cancellationToken) =>
        desk.ApproveAsync(request, cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(RejectDraft request, CancellationToken cancellationToken) =>
        desk.RejectAsync(request, cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(DiscardDraft request, CancellationToken cancellationToken) =>
        desk.RunAsync(request, new DraftCommand.Discard(request.Reason), cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(RushDraft request, CancellationToken cancellationToken) =>
        desk.RushAsync(request, cancellationToken);

    public Task<StreamOutcome<DraftState>> Handle(PublishDraft request, CancellationToken cancellationToken) =>
        desk.PublishAsync(request, cancellationToken);
}
