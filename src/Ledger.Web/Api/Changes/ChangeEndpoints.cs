using Ledger.Formats.Changes;
using Ledger.Hosting.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using MediatR;

namespace Ledger.Web.Api.Changes;

/// <summary>Every change of a story that exists, at the address that has its name.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder writes)
    {
        writes.MapChange(StoryChange.Revision, "reviseStory", "Replaces the whole article.");
        writes.MapChange(StoryChange.Correction, "correctStory",
            "Replaces wrong words by right ones and issues the public note that says so, or drafts it for approval.");
        writes.MapChange(StoryChange.Attribution, "changeAttribution",
            "Changes a name in the credits, the speaker of a quote or the credit of an image.");
        writes.MapChange(StoryChange.Caption, "editCaption", "Changes the caption or credit of an image.");
        writes.MapChange(StoryChange.Headline, "changeHeadline", "Changes headline or standfirst.");
        writes.MapChange(StoryChange.Address, "changeSlug",
            "Gives the story a new address; the old one leads to it for ever.");
        writes.MapChange(StoryChange.Retraction, "retractStory",
            "Retracts or withdraws the story, removes it for legal reasons, or reinstates it.");
    }

    // Where the JSON has another shape than what it is read into, the description shows that of the JSON.
    private static Type ShownAs(Type file) =>
        file == typeof(RevisionFile) ? typeof(RevisionInput)
        : file == typeof(CorrectionFile) ? typeof(CorrectionInput)
        : file;

    private static void MapChange(
        this IEndpointRouteBuilder writes, StoryChange kind, string name, string summary) => writes
        .MapPost($"/stories/{{story}}/{kind.Name}", async (HttpContext context, string story, IMediator mediator) =>
        {
            var change = Change.Of(context, story);
            var request = kind.Read(await context.ReadJsonAsync(), change.Actor, change.Story) with
            {
                ExpectedVersion = change.ExpectedVersion,
                IdempotencyKey = change.IdempotencyKey,
                CorrelationId = change.CorrelationId,
            };
            var outcome = await mediator.Send(request, context.RequestAborted);
            return outcome.ToResult(context, ChangeAnswers.RevisionAddress);
        })
        .Accepts(ShownAs(kind.File), "application/json")
        .WithMetadata(new ExpectsVersion())
        .DescribesChange(name, summary);
}
