using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Formats.Changes;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using MediatR;

namespace Ledger.Web.Api.Drafts;

/// <summary>What can be done to a correction that is public.</summary>
internal static class AmendingEndpoints
{
    public static void MapAmending(this IEndpointRouteBuilder writes)
    {
        writes.MapAmending("amend", ChangeJson.ReadAmendment, "amendCorrection",
            "Gives a published correction another note; the one before stays readable for ever.",
            (file, change, cid) => new AmendCorrection(cid, file.Note, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapAmending("withdraw", ChangeJson.ReadReason, "withdrawCorrection",
            "Takes a published correction back; it stays readable for ever, with the reason.",
            (file, change, cid) => new WithdrawCorrection(cid, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
    }

    private static void MapAmending<TFile>(
        this IEndpointRouteBuilder writes, string step, Func<ReadOnlyMemory<byte>, TFile> read, string name,
        string summary, Func<TFile, Change, Guid, ExistingStoryRequest> toRequest)
        where TFile : notnull => writes
        .MapPost($"/stories/{{story}}/corrections/{{cid:guid}}/{step}",
            async (HttpContext context, string story, Guid cid, IMediator mediator) =>
            {
                var change = Change.Of(context, story);
                var request = toRequest(read(await context.ReadJsonAsync()), change, cid) with
                {
                    ExpectedVersion = change.ExpectedVersion,
                    IdempotencyKey = change.IdempotencyKey,
                    CorrelationId = change.CorrelationId,
                };
                var outcome = await mediator.Send(request, context.RequestAborted);
                return outcome.ToResult(context, _ => $"/corrections/{cid}");
            })
        .Accepts(typeof(TFile), "application/json")
        .RequireAuthorization(nameof(Permission.ApproveCorrections))
        .WithMetadata(new ExpectsVersion())
        .DescribesChange(name, summary);
}
