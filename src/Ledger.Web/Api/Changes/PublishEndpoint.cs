using Ledger.Application.Stories;
using Ledger.Formats;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using Ledger.Web.Security;
using MediatR;

namespace Ledger.Web.Api.Changes;

internal static class PublishEndpoint
{
    public static RouteHandlerBuilder MapPublish(this IEndpointRouteBuilder writes) => writes
        .MapPost("/stories", PublishAsync)
        .Accepts<StoryInput>("application/json")
        .DescribesChange("publishStory",
            "Publishes a story. If-None-Match: * may be sent; a story is never overwritten.");

    private static async Task<IResult> PublishAsync(HttpContext context, IMediator mediator)
    {
        var file = StoryJson.Read(await context.ReadJsonAsync());
        var outcome = await mediator.Send(
            new PublishStory(file.Article, file.Slug)
            {
                Actor = context.GetActor(),
                ClaimedAt = file.PublishedAt,
                IdempotencyKey = IdempotencyKeys.Of(context.Request),
                CorrelationId = Change.CorrelationOf(context),
            },
            context.RequestAborted);
        return outcome.ToResult(context, ChangeAnswers.StoryAddress);
    }
}
