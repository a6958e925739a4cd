using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using Ledger.Projections.Rows;
using Ledger.Projections.Stories;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Projections.Reports;

/// <summary>Reads the reports of errors.</summary>
public sealed class ReportQueries(NpgsqlDataSource database)
{
    // A merged report may itself have been merged into one that was merged later.
    private const int MostMergers = 10;

    public async Task<ReportView?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<ReportQueries>("Find")).With(id);
        return await command.ReadOneAsync(ToView, cancellationToken);
    }

    /// <summary>The report that goes on in place of a merged one; the report itself where it is not merged.</summary>
    public async Task<ReportView> FollowAsync(ReportView report, CancellationToken cancellationToken)
    {
        for (var i = 0; report.MergedInto is { } into && i < MostMergers; i++)
        {
            if (await FindAsync(into, cancellationToken) is not { } next)
                return report;

            report = next;
        }

        return report;
    }

    /// <summary>Open reports by their deadline; others, or all, by their last change, the latest first.</summary>
    /// <exception cref="ArgumentException">The cursor is not one that a page of this list has given.</exception>
    public async Task<Page<ReportView>> ListAsync(
        ReportFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var after = Cursor.Parse(cursor);
        Guid? afterId = after is null ? null
            : Guid.TryParse(after.Key, out var id) ? id
            : throw Cursor.Malformed(cursor!);

        var byDeadline = filter.Open == true;
        await using var command = database
            .CreateCommand(Sql.Of<ReportQueries>(byDeadline ? "ListDue" : "ListChanged"))
            .With(after?.Time, NpgsqlDbType.TimestampTz)
            .With(afterId, NpgsqlDbType.Uuid)
            .With(filter.Open, NpgsqlDbType.Boolean)
            .With(filter.Status is { } status ? Stored.Name(status) : null, NpgsqlDbType.Text)
            .With(filter.Class is { } @class ? Stored.Name(@class) : null, NpgsqlDbType.Text)
            .With(filter.Severity is { } severity ? Stored.Name(severity) : null, NpgsqlDbType.Text)
            .With(filter.Owner, NpgsqlDbType.Text)
            .With(filter.Story, NpgsqlDbType.Uuid)
            .With(filter.DueBefore?.ToUniversalTime(), NpgsqlDbType.TimestampTz)
            .With(limit + 1L);
        var reports = await command.ReadAsync(ToView, cancellationToken);
        return reports.ToPage(limit, last => new(byDeadline ? last.DueAt : last.ChangedAt, last.Id.ToString()));
    }

    /// <summary>What happened to a report, in order.</summary>
    public async Task<IReadOnlyList<ReportStepView>> ListStepsAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Sql.Of<ReportQueries>("ListSteps")).With(id);
        return await command.ReadAsync(ToStep, cancellationToken);
    }

    private static ReportStepView ToStep(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? new() : row.Json<ReportFacts>(2), row.GetString(3),
        row.Text(4), row.Time(5));

    private static ReportView ToView(NpgsqlDataReader row) => new(
        Id: row.GetGuid(0),
        StoryId: row.GetGuid(1),
        Slug: row.GetString(2),
        Headline: row.GetString(3),
        Section: row.Text(4),
        Language: row.GetString(5),
        Revision: row.GetInt32(6),
        Quote: row.IsDBNull(7) ? null : row.Json<TextQuote>(7),
        Text: row.GetString(8),
        Evidence: row.Text(9),
        Source: Stored.Value<ReportSource>(row.GetString(10)),
        HasContact: row.GetBoolean(11),
        Status: Stored.Value<ReportStatus>(row.GetString(12)),
        Class: row.Text(13) is { } @class ? Stored.Value<CorrectionClass>(@class) : null,
        Severity: row.Text(14) is { } severity ? Stored.Value<Severity>(severity) : null,
        Owner: row.Text(15),
        DueAt: row.Time(16),
        Reason: row.Text(17),
        CorrectionId: row.IsDBNull(18) ? null : row.GetGuid(18),
        MergedInto: row.IsDBNull(19) ? null : row.GetGuid(19),
        Version: row.GetInt64(20),
        ReceivedAt: row.Time(21),
        ChangedAt: row.Time(22))
    {
        StoryStatus = Stored.Value<StoryStatus>(row.GetString(23)),
    };
}
