using Ledger.Web.Api.Changes;
using Ledger.Web.Api.Drafts;
using Microsoft.AspNetCore.Mvc;

namespace Ledger.Web.Api.Describing;

/// <summary>An endpoint that asks for the version it is to change.</summary>
internal sealed class ExpectsVersion;

/// <summary>An endpoint that does nothing twice for one key.</summary>
internal sealed class TakesIdempotencyKey;

/// <summary>What an endpoint says of itself to <c>/openapi/v1.json</c>.</summary>
internal static class Descriptions
{
    private const string ProblemJson = "application/problem+json";

    public static RouteHandlerBuilder Describes(this RouteHandlerBuilder endpoint, string name, string summary) =>
        endpoint
            .WithName(name)
            .WithSummary(summary)
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, ProblemJson)
            .Produces<ProblemDetails>(StatusCodes.Status404NotFound, ProblemJson);

    /// <summary>An answer in whose place the notice of a withdrawn or removed story may stand.</summary>
    public static RouteHandlerBuilder MayBeWithheld(this RouteHandlerBuilder endpoint) => endpoint
        .Produces<ProblemDetails>(StatusCodes.Status410Gone, ProblemJson)
        .Produces<ProblemDetails>(StatusCodes.Status451UnavailableForLegalReasons, ProblemJson);

    public static RouteHandlerBuilder DescribesChange(
        this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .DescribesWrite(name, summary)
        .Produces<ChangeBody>()
        .Produces<ChangeBody>(StatusCodes.Status201Created);

    /// <summary>A change of a draft, at the version of the draft.</summary>
    public static RouteHandlerBuilder DescribesDraftChange(
        this RouteHandlerBuilder endpoint, string name, string summary) => endpoint
        .WithMetadata(new ExpectsVersion())
        .Produces<DraftChangeBody>()
        .DescribesWrite(name, summary);

    /// <summary>A write, whatever it answers when it is done.</summary>
    public static RouteHandlerBuilder DescribesWrite(this RouteHandlerBuilder endpoint, string name, string summary)
    {
        int[] problems = [401, 403, 409, 412, 413, 415, 422, 428];
        foreach (var status in problems)
            endpoint.Produces<ProblemDetails>(status, ProblemJson);

        return endpoint
            .Describes(name, summary)
            .WithMetadata(new TakesIdempotencyKey());
    }
}
