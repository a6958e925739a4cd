using Ledger.Domain.Policies;
using Ledger.Domain.Reports;
using Ledger.Domain.Stories;

namespace Ledger.Domain.Tests.Reports;

/// <summary>A report, what can be asked of it and what can have happened to it.</summary>
internal static class ReportSamples
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly Guid Story = new("0195f000-0000-7000-8000-000000000001");
    public static readonly Guid Id = new("0195f000-0000-8000-8000-000000000002");
    public static readonly Guid OtherId = new("0195f000-0000-8000-8000-000000000003");
    public static readonly Guid Correction = new("0195f000-0000-7000-8000-000000000004");

    public static readonly ReportCommand.Receive Receive = new(
        Story, 2, new("£5m", "was fined ", " for neglecting", ArticleField.Body, "b2"),
        "It was “£3m”, says the court.", "https://court.example/5", ReportSource.Reader,
        HasContact: true, Noon.AddHours(24));

    public static readonly ReportReceived Received = new(
        Story, 2, Receive.Quote, Receive.Text, Receive.Evidence, ReportSource.Reader, HasContact: true,
        Receive.DueAt);

    public static readonly ReportTriaged Triaged = new(
        CorrectionClass.FactualError, Severity.Substantive, "user:ada", Noon.AddHours(24));

    public static readonly ReportClosed Corrected = new(ReportClosing.Corrected, null, Correction, null);
    public static readonly ReportClosed Declined = new(ReportClosing.Declined, "The court says five.", null, null);
    public static readonly ReportClosed Merged = new(ReportClosing.Merged, null, null, OtherId);
    public static readonly ReportReopened Reopened = new("The court has changed its mind.");

    public static readonly ReportCommand.Triage Triage = new(
        CorrectionClass.FactualError, null, "user:ada", null, Noon);

    public static readonly ReportCommand.Merge Merge = new(
        Id, OtherId, new(Received, null, null, HasContact: false));

    /// <summary>One event of each type, with all of its members.</summary>
    public static readonly IReadOnlyList<ReportEvent> Events =
    [
        Received,
        Triaged,
        new ReportClosed(ReportClosing.Declined, "The court says five.", Correction, OtherId),
        Reopened,
        new ReportContactErased(),
    ];

    public static Report? State(IEnumerable<ReportEvent> history) =>
        history.Aggregate((Report?)null, Report.Evolve);

    public static Answer<ReportEvent> When(this ReportEvent[] history, ReportCommand command) =>
        new(ReportDecider.Decide(command, State(history), new(), HousePolicy.Default.Deadlines));
}
