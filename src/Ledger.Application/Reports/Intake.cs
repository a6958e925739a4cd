using System.Globalization;
using Ledger.Domain;

namespace Ledger.Application.Reports;

/// <summary>How many reports are taken of whom.</summary>
public sealed record IntakeLimits
{
    /// <summary>From one address of the network in an hour.</summary>
    public int PerAddress { get; init; } = 10;

    /// <summary>About one story in an hour.</summary>
    public int PerStory { get; init; } = 60;

    /// <summary>In the same words in a day.</summary>
    public int PerText { get; init; } = 1;

    /// <summary>Links in the words of one report.</summary>
    public int Links { get; init; } = 2;

    /// <summary>A form that is sent sooner was not filled in by a person.</summary>
    public TimeSpan ShortestFilling { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>A form is good for so long.</summary>
    public TimeSpan LongestFilling { get; init; } = TimeSpan.FromHours(24);
}

/// <summary>There were too many; whoever waits is heard.</summary>
public sealed record TooManyReports() : Refusal("too-many-reports",
    "There have been many reports in the last hour. Nothing was sent; try again in an hour.");

/// <summary>One sentence for every sign of spam, so that nobody learns which of them to avoid.</summary>
public sealed record ReportNotTaken() : Refusal("report-not-taken",
    "The report was not sent. Look it over, wait a few seconds and send it again.");

/// <summary>Holds off who floods the desk, by counting and by what no person sends. Nobody else is asked.</summary>
public sealed class Intake(IReporterStore store, Receipts receipts, IntakeLimits limits)
{
    private static readonly string[] Links = ["http://", "https://", "www.", "[url", "href="];

    internal async Task<Refusal?> CheckAsync(
        ReceiveReport report, Guid story, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hour = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, 0, 0, TimeSpan.Zero);
        if (report.SentFrom is { } address
            && await IsOverAsync($"address {address}", hour, limits.PerAddress, cancellationToken))
            return new TooManyReports();

        if (report.LooksAutomatic || CountLinks(report.Text) > limits.Links)
            return new ReportNotTaken();

        if (await IsOverAsync($"story {story}", hour, limits.PerStory, cancellationToken))
            return new TooManyReports();

        var day = new DateTimeOffset(now.Year, now.Month, now.Day, 0, 0, 0, TimeSpan.Zero);
        return await IsOverAsync($"text {Alike(report.Text)}", day, limits.PerText, cancellationToken)
            ? new ReportNotTaken()
            : null;
    }

    private async Task<bool> IsOverAsync(
        string what, DateTimeOffset window, int most, CancellationToken cancellationToken) =>
        await store.CountAsync(await receipts.HideAsync(what, cancellationToken), window, cancellationToken) > most;

    private static int CountLinks(string text) =>
        Links.Sum(link => text.Split(link, StringSplitOptions.None).Length - 1);

    // Letters and digits alone, so that another full stop does not make another text.
    private static string Alike(string text) =>
        string.Concat(text.Where(char.IsLetterOrDigit)).ToLower(CultureInfo.InvariantCulture);
}
