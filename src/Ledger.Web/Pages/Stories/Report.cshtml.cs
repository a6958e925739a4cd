using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Application.Streams;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Changes;
using Ledger.Web.Pages.Desk.Forms;
using Ledger.Web.Rendering;
using Ledger.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Stories;

/// <summary>The form with which anybody says that a story is wrong. It sets no cookie and needs no script.</summary>
[IgnoreAntiforgeryToken]
public sealed class ReportModel(
    StoryQueries stories, IMediator mediator, Receipts receipts, IntakeLimits limits, TimeProvider time)
    : StoryPage(stories)
{
    /// <summary>What the form was filled with, by the reader or by the link that led here.</summary>
    [BindProperty(SupportsGet = true)]
    public ReportForm Form { get; set; } = new();

    public string? Problem { get; private set; }

    /// <summary>What the form carries, so that it is sent once and not by a machine.</summary>
    public string Sealed { get; private set; } = "";

    /// <inheritdoc/>
    protected override bool ShowsWords => false;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        await SealAsync(story, cancellationToken);
        return Page();
    }, cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => WithStoryAsync(async story =>
    {
        var now = time.GetUtcNow();
        var form = await receipts.OpenAsync(story.Id, Form.Sealed, cancellationToken);
        var request = Form.ToRequest(story) with
        {
            Actor = User.ToActor() ?? Actor.AnyReader,
            CorrelationId = Change.CorrelationOf(HttpContext),
            Receipt = form?.Receipt,
            SentFrom = Senders.AddressOf(HttpContext),
            LooksAutomatic = Form.Homepage is { Length: > 0 } || form is null
                || now - form.At < limits.ShortestFilling || now - form.At > limits.LongestFilling,
        };
        var (outcome, receipt) = await mediator.Send(request, cancellationToken);
        if (receipt is not null)
            return LocalRedirect($"/reports/{receipt}");

        var refusal = ((StreamOutcome<Report?>.Refused)outcome).Refusal;
        Problem = RefusalWords.Of(refusal);
        await SealAsync(story, cancellationToken);
        return new PageResult
        {
            StatusCode = refusal is TooManyReports
                ? StatusCodes.Status429TooManyRequests
                : StatusCodes.Status422UnprocessableEntity,
        };
    }, cancellationToken);

    // Each showing has a receipt of its own, so that nobody else may be shown it.
    private async Task SealAsync(StoryView story, CancellationToken cancellationToken)
    {
        Response.Headers.CacheControl = "no-store";
        Sealed = await receipts.SealAsync(story.Id, new(Receipts.New(), time.GetUtcNow()), cancellationToken);
        ModelState.Clear();
    }
}

/// <summary>The fields of the form.</summary>
public sealed record ReportForm
{
    public int? Revision { get; init; }
    public string? Exact { get; init; }
    public string? Prefix { get; init; }
    public string? Suffix { get; init; }
    public string? Field { get; init; }
    public string? Block { get; init; }
    public string? Text { get; init; }
    public string? Evidence { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>A field that nobody sees, and that only machines fill in.</summary>
    public string? Homepage { get; init; }
    public string? Sealed { get; init; }

    internal ReceiveReport ToRequest(StoryView story)
    {
        var (name, email) = (Present(FormText.Line(Name)), Present(FormText.Line(Email)));
        return new(story.Id.ToString(), Revision, ToQuote(), FormText.Area(Text).Trim(), Present(Evidence))
        {
            Actor = Actor.AnyReader,
            Contact = (name ?? email) is null ? null : new(name, email),
        };
    }

    private TextQuote? ToQuote() => FormText.Area(Exact).Trim() is { Length: > 0 } exact
        ? new(exact, Around(Prefix), Around(Suffix),
            Enum.TryParse<ArticleField>(Field, ignoreCase: true, out var field) && Enum.IsDefined(field) ? field : null,
            Present(Block))
        : null;

    private static string? Around(string? text) => FormText.Area(text) is { Length: > 0 } around ? around : null;

    private static string? Present(string? text) => text?.Trim() is { Length: > 0 } present ? present : null;
}
