using Ledger.Application.Auditing;
using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore.Postgres.Merkle;
using Ledger.Hosting.Bundles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Audit;

/// <summary>Audit bundles of a story, to take away.</summary>
[Authorize(nameof(Permission.ReadLog))]
public sealed class BundleModel(
    StoryRepository stories, MerkleLog log, CheckpointPublisher publisher, BundleExport export) : PageModel
{
    private static readonly Dictionary<string, DisclosureLevel> Levels =
        Enum.GetValues<DisclosureLevel>().ToDictionary(level => level.ToString().ToLowerInvariant());

    [BindProperty(SupportsGet = true)]
    public string? Story { get; set; }

    /// <summary>The level to give at once; null shows the page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Level))
            return Page();

        if (!Levels.TryGetValue(Level, out var level))
            return Say(StatusCodes.Status400BadRequest, "A bundle is public, or for a regulator, or for a court.");

        if (await FindAsync(cancellationToken) is not { } id)
            return Say(
                StatusCodes.Status404NotFound, $"No story has, or ever had, the id or address “{Story?.Trim()}”.");

        return await SignAsync(cancellationToken) is { } checkpoint
            ? new BundleDownload(export, new(level, id, checkpoint))
            : Say(StatusCodes.Status503ServiceUnavailable,
                "The log is not signed, so that nothing of it can be proved. The server's log says why.");
    }

    private async Task<Guid?> FindAsync(CancellationToken cancellationToken) =>
        Story?.Trim() is { Length: > 0 } named
        && await stories.FindAsync(named, cancellationToken) is { } id
        && (await stories.LoadAsync(id, cancellationToken)).State is not StoryState.Unpublished
            ? id
            : null;

    // A node without the keys gives what another has signed last.
    private async Task<StoredCheckpoint?> SignAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await publisher.PublishAsync(cancellationToken);
        }
        catch (LogKeysException)
        {
            return await log.FindLastCheckpointAsync(cancellationToken);
        }
        catch (LogIntegrityException)
        {
            return null;
        }
    }

    private PageResult Say(int status, string problem)
    {
        Problem = problem;
        return new() { StatusCode = status };
    }
}
