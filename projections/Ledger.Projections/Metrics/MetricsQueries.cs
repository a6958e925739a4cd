using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Reports;
using Ledger.Projections.Revisions;
using Ledger.Projections.Rows;
using Npgsql;

namespace Ledger.Projections.Metrics;

/// <summary>Works out how a newsroom deals with its errors, from the rows of the read models alone.</summary>
public sealed class MetricsQueries(NpgsqlDataSource database, RevisionQueries revisions)
{
    /// <summary>The most corrections of which the exposure is worked out; older ones are left out.</summary>
    private const int MostCorrections = 500;

    /// <summary>How many states back the wrong words are looked for; what is older counts from there.</summary>
    private const int MostRevisions = 200;

    /// <param name="from">The first moment that is part of it.</param>
    /// <param name="to">The first moment that is no longer part of it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<MetricsView> ReadAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        (from, to) = (from.ToUniversalTime(), to.ToUniversalTime());
        await using var select = database.CreateCommand(Sql.Of<MetricsQueries>("Reports")).With(from).With(to);
        var reports = await select.ReadAsync(ToReport, cancellationToken);
        var exposures = await ReadExposuresAsync(from, to, cancellationToken);
        var (stories, corrections) = await ReadTotalsAsync(from, to, cancellationToken);
        var declined = reports.Count(report => report.Status == ReportStatus.Declined);
        return new(
            from, to, stories, corrections, reports.Count,
            declined + reports.Count(report => report.Status == ReportStatus.Corrected), declined,
            reports.Count(report => report.Source == ReportSource.Staff),
            TimesOf(reports, exposures),
            [.. reports.Select(report => report.Class).Concat(exposures.Select(one => (CorrectionClass?)one.Class))
                .Distinct().Order().Select(@class => new ClassTimes(@class, TimesOf(
                    reports.Where(report => report.Class == @class), exposures.Where(one => one.Class == @class))))],
            [.. reports.Select(report => report.Section).Concat(exposures.Select(one => one.Section))
                .Distinct().Order(StringComparer.Ordinal).Select(section => new SectionTimes(section, TimesOf(
                    reports.Where(report => report.Section == section),
                    exposures.Where(one => one.Section == section))))]);
    }

    private static Times TimesOf(IEnumerable<ReportTimes> reports, IEnumerable<Exposure> exposures)
    {
        var list = reports.ToList();
        return new(
            Durations.Of(list.Select(report => report.AcknowledgedAt - report.ReceivedAt).OfType<TimeSpan>()),
            Durations.Of(list.Select(report => report.DecidedAt - report.ReceivedAt).OfType<TimeSpan>()),
            Durations.Of(list.Select(report => report.CorrectedAt - report.ReceivedAt).OfType<TimeSpan>()),
            Durations.Of(exposures.Select(one => one.Time)));
    }

    private async Task<List<Exposure>> ReadExposuresAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(Sql.Of<MetricsQueries>("Corrections"))
            .With(from).With(to).With(MostCorrections);
        var corrections = await select.ReadAsync(ToCorrection, cancellationToken);
        var exposures = new List<Exposure>();
        foreach (var correction in corrections.Where(correction => correction.Claims.Count > 0))
        {
            if (await FindIntroducedAsync(correction, cancellationToken) is { } introduced)
                exposures.Add(new(correction.Class, correction.Section, correction.At - introduced));
        }

        return exposures;
    }

    // Back from the last state with the error, for as long as any of the wrong words stand there.
    private async Task<DateTimeOffset?> FindIntroducedAsync(Corrected correction, CancellationToken cancellationToken)
    {
        DateTimeOffset? introduced = null;
        var last = Math.Max(1, correction.Revision - MostRevisions);
        for (var revision = correction.Revision - 1; revision >= last; revision--)
        {
            var state = await revisions.FindAsync(correction.Story, revision, cancellationToken);
            if (state is null || !correction.Claims.Any(claim =>
                QuoteSearch.Find(state.Article, new(claim.Wrong, Field: claim.Field)).Count > 0))
                break;

            introduced = state.Summary.OccurredAt;
        }

        return introduced;
    }

    private async Task<(int Stories, int Corrections)> ReadTotalsAsync(
        DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        await using var select = database.CreateCommand(Sql.Of<MetricsQueries>("Totals")).With(from).With(to);
        var totals = await select.ReadAsync(
            row => (checked((int)row.GetInt64(0)), checked((int)row.GetInt64(1))), cancellationToken);
        return totals.Single();
    }

    private static ReportTimes ToReport(NpgsqlDataReader row) => new(
        row.Text(0) is { } @class ? Stored.Value<CorrectionClass>(@class) : null,
        row.Text(1),
        Stored.Value<ReportSource>(row.GetString(2)),
        Stored.Value<ReportStatus>(row.GetString(3)),
        row.Time(4),
        row.IsDBNull(5) ? null : row.Time(5),
        row.IsDBNull(6) ? null : row.Time(6),
        row.IsDBNull(7) ? null : row.Time(7));

    private static Corrected ToCorrection(NpgsqlDataReader row) => new(
        row.GetGuid(0), Stored.Value<CorrectionClass>(row.GetString(1)), row.Text(2),
        row.Json<IReadOnlyList<Claim>>(3), row.GetInt32(4), row.Time(5));

    private sealed record ReportTimes(
        CorrectionClass? Class, string? Section, ReportSource Source, ReportStatus Status, DateTimeOffset ReceivedAt,
        DateTimeOffset? AcknowledgedAt, DateTimeOffset? DecidedAt, DateTimeOffset? CorrectedAt);

    private sealed record Corrected(
        Guid Story, CorrectionClass Class, string? Section, IReadOnlyList<Claim> Claims, int Revision,
        DateTimeOffset At);

    private sealed record Exposure(CorrectionClass Class, string? Section, TimeSpan Time);
}
