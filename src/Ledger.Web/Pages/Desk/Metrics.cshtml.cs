using Ledger.Application.People;
using Ledger.Projections.Metrics;
using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Desk;

/// <summary>How the newsroom deals with its errors: figures, charts, and the table of each.</summary>
[Authorize(nameof(Permission.ReadLog))]
public sealed class MetricsModel(MetricsQueries metrics, TimeProvider time) : PageModel
{
    private const int MostDays = 3_660;

    /// <summary>How many days back.</summary>
    [BindProperty(SupportsGet = true)]
    public int Days { get; set; } = 90;

    public MetricsView Metrics { get; private set; } = null!;

    /// <summary>Each time that is measured, with a bar for each class and each section.</summary>
    public IReadOnlyList<DurationChart> Charts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Days = Math.Clamp(Days, 1, MostDays);
        var now = time.GetUtcNow();
        Metrics = await metrics.ReadAsync(now.AddDays(-Days), now, cancellationToken);
        Charts =
        [
            Chart("acknowledge", "From report to first look", times => times.Acknowledge),
            Chart("decide", "From report to decision", times => times.Decide),
            Chart("correct", "From report to correction", times => times.Correct),
            Chart("exposure", "From the error to its correction", times => times.Exposure),
        ];
    }

    private DurationChart Chart(string id, string title, Func<Times, Durations> of) => new(id, title,
    [
        new("All", of(Metrics.All)),
        .. Metrics.ByClass.Select(one => new DurationBar(
            one.Class is { } kind ? ClassWords.Of(kind).Name : "Not judged yet", of(one.Times))),
        .. Metrics.BySection.Select(one => new DurationBar(
            one.Section is { } section ? $"Section {section}" : "No section", of(one.Times))),
    ]);
}

/// <summary>One row of a chart and of its table.</summary>
public sealed record DurationBar(string Label, Durations Durations);

/// <summary>A chart whose rows are as long as the times they stand for; rows without any are left out.</summary>
public sealed record DurationChart(string Id, string Title, IReadOnlyList<DurationBar> All)
{
    private const int Width = 340;
    private const int MostOfLabel = 40;

    public IReadOnlyList<DurationBar> Bars { get; } = [.. All.Where(bar => bar.Durations.Count > 0)];

    /// <summary>The length of a bar, in the units of the picture.</summary>
    public long LengthOf(long? seconds)
    {
        var longest = Bars.Max(bar => bar.Durations.P90Seconds) is > 0 and var most ? most : 1;
        return Math.Max(2, (seconds ?? 0) * Width / longest);
    }

    /// <summary>What fits beside a bar; the table has it whole.</summary>
    public static string Fitted(string label) => label.Length <= MostOfLabel ? label : label[..(MostOfLabel - 1)] + "…";
}
