using Ledger.Application.Assets;
using Ledger.Application.People;
using Ledger.Application.Streams;
using Ledger.Domain.Assets;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Projections.Assets;
using Ledger.Projections.Running;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk.Assets;

/// <summary>Something that happened to a picture, by whom and when.</summary>
public sealed record AssetStep(AssetEvent Happened, string Actor, string? ActorName, DateTimeOffset At);

/// <summary>One picture: where it is used, and what is corrected of it everywhere at once.</summary>
[Authorize(nameof(Permission.EditStories))]
public sealed class AssetModel(
    AssetQueries assets, IEventStore store, IMediator mediator, ProjectionRunner projections, WebSettings settings)
    : PageModel
{
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>The version of the picture that the editor has seen.</summary>
    [BindProperty]
    public long Version { get; set; }

    [BindProperty]
    public Guid Correction { get; set; }

    [BindProperty]
    public Guid Story { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Class { get; set; } = ClassWords.Code(CorrectionClass.ImageCaption);

    [BindProperty]
    public string? Severity { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Once { get; set; }

    public ClaimRow Caption { get; private set; } = ClaimRow.Empty;

    public ClaimRow Credit { get; private set; } = ClaimRow.Empty;

    public AssetView Asset { get; private set; } = null!;

    public IReadOnlyList<AssetStep> History { get; private set; } = [];

    public string? Problem { get; private set; }

    /// <summary>What the house says beside it, or the last story where it has no stream yet.</summary>
    public AssetWords Words => Asset.State.Registered is null ? Asset.Uses[0].Words : Asset.State.Words;

    public int Stories => Asset.Uses.DistinctBy(use => use.StoryId).Count();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ShowAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var form = await Request.ReadFormAsync(cancellationToken);
        (Caption, Credit) = (RowOf(form, ArticleField.Caption), RowOf(form, ArticleField.Credit));
        if (RequestOf(id) is not { } request)
            return BadRequest();

        try
        {
            var outcome = await mediator.Send(request with { ExpectedVersion = Version }, cancellationToken);
            if (outcome is StreamOutcome<AssetState>.Done done)
            {
                TempData["Done"] = DoneOf(done);
                return LocalRedirect($"/desk/assets/{id}");
            }

            Problem = RefusalWords.Of(((StreamOutcome<AssetState>.Refused)outcome).Refusal);
        }
        catch (WrongExpectedVersionException)
        {
            Problem = "Somebody has changed the picture since you opened it. This is how it is now: look at it again.";
            await projections.CatchUpAsync(settings.FreshnessWait, cancellationToken);
        }

        return await ShowAsync(id, cancellationToken)
            ? new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity }
            : NotFound();
    }

    private AssetRequest? RequestOf(Guid id)
    {
        var actor = HttpContext.GetActor();
        return Do switch
        {
            "propose" when ClassWords.Parse(Class) is { } kind => new ProposeAssetCorrection(
                id, kind,
                Enum.TryParse<Severity>(Severity, out var severity) && Enum.IsDefined(severity) ? severity : null,
                ClaimRow.ToClaims([Caption, Credit]), FormText.Area(Note).Trim())
            {
                Actor = actor,
                IdempotencyKey = Once,
            },
            "approve" => new ApproveAssetCorrection(id, Correction) { Actor = actor },
            "reject" => new RejectAssetCorrection(id, Correction, Reason ?? "") { Actor = actor },
            "publish" => new PublishAssetCorrection(id, Correction) { Actor = actor },
            "waive" => new WaiveAssetException(id, Correction, Story, Reason ?? "") { Actor = actor },
            _ => null,
        };
    }

    private string DoneOf(StreamOutcome<AssetState>.Done done) => Do switch
    {
        "propose" when done.State.FindPending() is not null =>
            "The correction is not public yet: a second person has to approve it.",
        "reject" => "The correction is rejected.",
        "waive" => "It is noted why the story need not be corrected.",
        _ when !done.Changed => "No story could be corrected that was not before.",
        _ => "What came of the correction in each story stands below.",
    };

    private static ClaimRow RowOf(IFormCollection form, ArticleField field) => new(
        FormText.Area(form[$"{field}-wrong"]), FormText.Area(form[$"{field}-right"]), field.ToString());

    private async Task<bool> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await assets.FindAsync(id, cancellationToken) is not { } asset)
            return false;

        (Asset, Version) = (asset, asset.Version);
        var steps = new List<AssetStep>();
        await foreach (var recorded in store.ReadStreamAsync(id, StreamRange.All, cancellationToken))
        {
            if (recorded.Data is AssetEvent happened)
                steps.Insert(0, new(
                    happened, recorded.Metadata.Actor, recorded.Metadata.ActorName, recorded.OccurredAt));
        }

        History = steps;
        return true;
    }
}
