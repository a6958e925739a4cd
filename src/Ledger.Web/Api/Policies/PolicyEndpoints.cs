using Ledger.Application.People;
using Ledger.Application.Policies;
using Ledger.Application.Streams;
using Ledger.Domain.Policies;
using Ledger.Domain.Stories;
using Ledger.Formats.Changes;
using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Problems;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Policies;

/// <summary>The house policy that holds.</summary>
/// <param name="Version">How many were adopted so far, 0 for the default; also the ETag.</param>
public sealed record PolicyBody(int Version, HousePolicy Policy);

/// <summary>The body that adopts a policy, whole.</summary>
internal sealed record PolicyInput(HousePolicy Policy, string? Reason);

internal static class PolicyEndpoints
{
    public static void MapPolicyRead(this IEndpointRouteBuilder reads) => reads
        .MapGet("/policy", async (HttpContext context, PolicyDesk policies) =>
        {
            var policy = (await policies.LoadAsync(context.RequestAborted)).State;
            context.Response.Headers.ETag = Versions.ToETag(policy.Version);
            return TypedResults.Ok(new PolicyBody(policy.Version, policy.Policy));
        })
        .Produces<PolicyBody>()
        .Describes("getPolicy", "The rules of the house for corrections: who approves what, and how soon.");

    public static void MapPolicyWrite(this IEndpointRouteBuilder writes) => writes
        .MapPut("/policy", PutAsync)
        .Accepts<PolicyInput>("application/json")
        .Produces<PolicyBody>()
        .RequireAuthorization(nameof(Permission.ManagePolicy))
        .WithMetadata(new ExpectsVersion())
        .DescribesWrite("adoptPolicy", "Puts another policy in the place of the one that holds, whole.");

    private static async Task<IResult> PutAsync(HttpContext context, IMediator mediator)
    {
        var version = Versions.FromIfMatch(context.Request);
        var file = PolicyJson.Read(await context.ReadJsonAsync());
        var outcome = await mediator.Send(
            new AdoptPolicy(file.Policy, file.Reason)
            {
                Actor = context.GetActor(),
                ExpectedVersion = version,
                IdempotencyKey = IdempotencyKeys.Of(context.Request),
                CorrelationId = Change.CorrelationOf(context),
            },
            context.RequestAborted);
        if (outcome is StreamOutcome<PolicyState>.Refused { Refusal: var refusal })
        {
            return Problem.Result(ProblemTypes.Of(refusal.Code), refusal.Message,
                refusal is FieldRefusal field ? [("field", field.Field)] : []);
        }

        var state = ((StreamOutcome<PolicyState>.Done)outcome).State;
        context.Response.Headers.ETag = Versions.ToETag(state.Version);
        return TypedResults.Ok(new PolicyBody(state.Version, state.Policy));
    }
}
