using Ledger.Application.People;
using Ledger.Followers;
using Ledger.Followers.Storing;
using Ledger.Hosting.Webhooks;
using Ledger.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Admin;

/// <summary>Who is told of the log by signed requests, what of it failed, and how another one is added.</summary>
[Authorize(nameof(Permission.ManageWebhooks))]
[ResponseCache(NoStore = true)]
public sealed class WebhooksModel(WebhookDesk desk, FollowerStore followers) : PageModel
{
    private const int MostParked = 20;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Parted by blanks or commas.</summary>
    [BindProperty]
    public string? Types { get; set; }

    [BindProperty]
    public bool Staff { get; set; }

    public IReadOnlyList<(WebhookView View, IReadOnlyList<ParkedDelivery> Parked)> Webhooks { get; private set; } = [];

    /// <summary>A secret just made, which is shown this once.</summary>
    public ShownSecret? Secret { get; private set; }

    public string? Problem { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => FillAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        var types = (Types ?? "").Split(
            [' ', ',', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Secret = await desk.AddAsync(
            new(Name?.Trim() ?? "", Address?.Trim() ?? "", Staff, types), HttpContext.GetOrigin(), cancellationToken);
        (Name, Address, Types, Staff) = (null, null, null, false);
        return await ShownAsync(cancellationToken);
    }, cancellationToken);

    public Task<IActionResult> OnPostRotateAsync(string webhook, CancellationToken cancellationToken) =>
        TryAsync(async () =>
        {
            Secret = await desk.RotateAsync(
                webhook, WebhookDesk.StandardOverlap, HttpContext.GetOrigin(), cancellationToken);
            return await ShownAsync(cancellationToken);
        }, cancellationToken);

    public Task<IActionResult> OnPostPauseAsync(string webhook, CancellationToken cancellationToken) =>
        ChangeAsync($"{webhook} is paused.",
            () => desk.PauseAsync(webhook, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostResumeAsync(string webhook, CancellationToken cancellationToken) =>
        ChangeAsync($"{webhook} goes on.",
            () => desk.ResumeAsync(webhook, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostReplayAsync(string webhook, CancellationToken cancellationToken) =>
        ChangeAsync($"What was parked for {webhook} is tried again.",
            () => desk.ReplayAsync(webhook, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostRemoveAsync(string webhook, CancellationToken cancellationToken) =>
        ChangeAsync($"{webhook} is removed.",
            () => desk.RemoveAsync(webhook, HttpContext.GetOrigin(), cancellationToken), cancellationToken);

    private Task<IActionResult> ChangeAsync(string done, Func<Task> change, CancellationToken cancellationToken) =>
        TryAsync(async () =>
        {
            await change();
            TempData["Done"] = done;
            return LocalRedirect("/admin/webhooks");
        }, cancellationToken);

    /// <summary>Does it, or shows the page again with why not.</summary>
    private async Task<IActionResult> TryAsync(Func<Task<IActionResult>> change, CancellationToken cancellationToken)
    {
        try
        {
            return await change();
        }
        catch (WebhookException refused)
        {
            Problem = refused.Message;
            await FillAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }
    }

    private async Task<IActionResult> ShownAsync(CancellationToken cancellationToken)
    {
        ModelState.Clear();
        await FillAsync(cancellationToken);
        return Page();
    }

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        var filled = new List<(WebhookView, IReadOnlyList<ParkedDelivery>)>();
        foreach (var view in await desk.ListAsync(cancellationToken))
        {
            filled.Add((view, view.Status.Parked == 0
                ? []
                : await followers.ListParkedAsync(view.Webhook.Follower, MostParked, cancellationToken)));
        }

        Webhooks = filled;
    }
}
