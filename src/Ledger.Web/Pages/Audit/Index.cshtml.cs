using Ledger.Application.People;
using Ledger.Application.Stories;
using Ledger.EventStore;
using Ledger.Hosting.Witnesses;
using Ledger.Projections.Changelog;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Audit;

/// <summary>The log itself, newest first, as it is stored.</summary>
[Authorize(nameof(Permission.ReadLog))]
public sealed class IndexModel(
    IEventStore log, StoryRepository stories, ChangelogQueries changelog, WitnessReport report)
    : PageModel
{
    private const int EventsOnPage = 50;

    [BindProperty(SupportsGet = true)]
    public string? Story { get; set; }

    /// <summary>The last position to show, or with a story its last version; null shows the newest.</summary>
    [BindProperty(SupportsGet = true)]
    public long? Upto { get; set; }

    public IReadOnlyList<RecordedEvent> Events { get; private set; } = [];
    public string? Problem { get; private set; }
    public long? Older { get; private set; }

    /// <summary>The changes of text that are not explained as they must be.</summary>
    public long Unexplained { get; private set; }

    /// <summary>How far the witnesses of the log are; null where the house has no policy of witnesses.</summary>
    public WitnessStatus? Witnesses { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Witnesses = await report.GetAsync(cancellationToken);
        Unexplained = await changelog.CountUnexplainedAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(Story))
            await ReadLogAsync(cancellationToken);
        else if (await stories.FindAsync(Story.Trim(), cancellationToken) is { } id)
            await ReadStoryAsync(id, cancellationToken);
        else
            Problem = $"No story has, or ever had, the id or address “{Story.Trim()}”.";
    }

    private async Task ReadLogAsync(CancellationToken cancellationToken)
    {
        var (first, last) = Window(await log.GetHeadAsync(cancellationToken));
        if (last > 0)
        {
            var read = log.ReadAllAsync(first - 1, (int)(last - first + 1), cancellationToken);
            Events = await read.Reverse().ToListAsync(cancellationToken);
        }
    }

    private async Task ReadStoryAsync(Guid id, CancellationToken cancellationToken)
    {
        var (first, last) = Window((await stories.LoadAsync(id, cancellationToken)).Version);
        var read = log.ReadStreamAsync(id, new StreamRange(first, last), cancellationToken);
        Events = await read.Reverse().ToListAsync(cancellationToken);
    }

    private (long First, long Last) Window(long head)
    {
        var last = Math.Clamp(Upto ?? head, 0, head);
        var first = Math.Max(1, last - EventsOnPage + 1);
        Older = first > 1 ? first - 1 : null;
        return (first, last);
    }
}
