using Ledger.Application.Stories;
using Ledger.Formats.Changes;
using Ledger.Web.Api.Describing;
using Ledger.Web.Api.Requests;
using MediatR;

namespace Ledger.Web.Api.Changes;

/// <summary>Every change of a story that exists: its address, the form of its body, and its request.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder writes)
    {
        writes.MapChange("revisions", ChangeJson.ReadRevision, "reviseStory", "Replaces the whole article.",
            (file, change) => new ReviseArticle(file.Article, file.Kind, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapChange("corrections", ChangeJson.ReadCorrection, "correctStory",
            "Replaces wrong words by right ones and issues the public note that says so, or drafts it for approval.",
            (file, change) => new IssueCorrection(file.Class, file.Claims, file.Note)
            {
                Apology = file.Apology,
                Cause = file.Cause,
                PublishAt = file.PublishAt,
                AsDraft = file.AsDraft,
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapChange("attributions", ChangeJson.ReadAttribution, "changeAttribution",
            "Changes a name in the credits, the speaker of a quote or the credit of an image.",
            (file, change) => new ChangeAttribution(file.Credit, file.Block, file.From, file.To, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapChange("captions", ChangeJson.ReadCaption, "editCaption",
            "Changes the caption or credit of an image.",
            (file, change) => new EditCaption(file.Block, file.Text, file.Credit, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapChange("headline", ChangeJson.ReadHeadline, "changeHeadline", "Changes headline or standfirst.",
            (file, change) => new ChangeHeadline(file.Headline, file.Standfirst, file.Reason)
            {
                Actor = change.Actor,
                Story = change.Story,
            });
        writes.MapChange("slug", ChangeJson.ReadSlug, "changeSlug",
            "Gives the story a new address; the old one leads to it for ever.",
            (file, change) => new ChangeSlug(file.Slug, file.Reason) { Actor = change.Actor, Story = change.Story });
        writes.MapChange("retraction", ChangeJson.ReadRetraction, "retractStory",
            "Retracts or withdraws the story, removes it for legal reasons, or reinstates it.", ToRequest);
    }

    private static ExistingStoryRequest ToRequest(RetractionFile file, Change change) => file.Action switch
    {
        RetractionAction.Retract => new RetractArticle(file.Notice) { Actor = change.Actor, Story = change.Story },
        RetractionAction.Withdraw => new WithdrawArticle(file.Notice) { Actor = change.Actor, Story = change.Story },
        RetractionAction.Remove => new RemoveForLegalReasons(file.Notice, file.Basis!.Value, file.BlockedBy)
        {
            Actor = change.Actor,
            Story = change.Story,
        },
        RetractionAction.Reinstate => new ReinstateArticle(file.Notice) { Actor = change.Actor, Story = change.Story },
    };

    // Where the JSON has another shape than what it is read into, the description shows that of the JSON.
    private static Type ShownAs(Type file) =>
        file == typeof(RevisionFile) ? typeof(RevisionInput)
        : file == typeof(CorrectionFile) ? typeof(CorrectionInput)
        : file;

    private static void MapChange<TFile>(
        this IEndpointRouteBuilder writes, string path, Func<ReadOnlyMemory<byte>, TFile> read, string name,
        string summary, Func<TFile, Change, ExistingStoryRequest> toRequest)
        where TFile : notnull => writes
        .MapPost($"/stories/{{story}}/{path}", async (HttpContext context, string story, IMediator mediator) =>
        {
            var change = Change.Of(context, story);
            var request = toRequest(read(await context.ReadJsonAsync()), change) with
            {
                ExpectedVersion = change.ExpectedVersion,
                IdempotencyKey = change.IdempotencyKey,
                CorrelationId = change.CorrelationId,
            };
            var outcome = await mediator.Send(request, context.RequestAborted);
            return outcome.ToResult(context, ChangeAnswers.RevisionAddress);
        })
        .Accepts(ShownAs(typeof(TFile)), "application/json")
        .WithMetadata(new ExpectsVersion())
        .DescribesChange(name, summary);
}
