using System.Reflection;
using Ledger.Domain.Policies;
using Ledger.Domain.Reports;
using static Ledger.Domain.Tests.Reports.ReportSamples;

namespace Ledger.Domain.Tests.Reports;

/// <summary>Every command on a report in every state; names without their <c>report_</c>.</summary>
public sealed class ReportStates
{
    private const string Table = """
        command           | Unknown       | Received       | Triaged        | Closed         | Erased
        Receive           | received      | nothing        | nothing        | nothing        | nothing
        Triage            | no: not-found | triaged        | nothing        | no: closed     | triaged
        Decline           | no: not-found | closed         | closed         | no: closed     | closed
        CloseByCorrection | no: not-found | closed         | closed         | nothing        | closed
        Merge             | no: not-found | closed         | closed         | no: closed     | closed
        Reopen            | no: not-found | no: open       | no: open       | reopened       | no: open
        EraseContact      | no: not-found | contact_erased | contact_erased | contact_erased | nothing
        """;

    private static readonly ReportCommand[] Commands =
    [
        Receive, Triage, new ReportCommand.Decline("The court says five."),
        new ReportCommand.CloseByCorrection(Correction, IsPublished: true), Merge,
        new ReportCommand.Reopen("The court has changed its mind."), new ReportCommand.EraseContact(),
    ];

    private static readonly Dictionary<string, ReportEvent[]> States = new()
    {
        ["Unknown"] = [],
        ["Received"] = [Received],
        ["Triaged"] = [Received, Triaged],
        ["Closed"] = [Received, Triaged, Corrected],
        ["Erased"] = [Received, new ReportContactErased()],
    };

    public static TheoryData<string, string, string> Cells() => Grid.Cells(Table);

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_command_in_a_state_has_this_result(string command, string state, string expected)
    {
        var decision = ReportDecider.Decide(
            Commands.Single(one => one.GetType().Name == command), State(States[state]), new(),
            HousePolicy.Default.Deadlines);

        var happened = decision.Events.SingleOrDefault()?.GetType().GetCustomAttribute<EventTypeAttribute>()?.Alias;
        var result = decision.Refusal is { } refusal ? $"no: {refusal.Code}" : happened ?? "nothing";
        Assert.Equal(expected, result.Replace("report-", "").Replace("report_", ""));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_command_has_nothing_to_do_the_second_time(string command, string state, string _)
    {
        var asked = Commands.Single(one => one.GetType().Name == command);
        var before = State(States[state]);
        var first = ReportDecider.Decide(asked, before, new(), HousePolicy.Default.Deadlines);
        var after = first.Events.Aggregate(before, Report.Evolve);

        var again = ReportDecider.Decide(asked, after, new(), HousePolicy.Default.Deadlines);

        Assert.Empty(again.Events);
        Assert.Equal(first.Refusal is null && command != "Reopen", again.Refusal is null);
    }

    [Fact]
    public void Every_command_is_in_the_table() => Assert.Equal(
        typeof(ReportCommand).GetNestedTypes().Select(type => type.Name).Order(),
        Commands.Select(command => command.GetType().Name).Order());

    [Fact]
    public void Every_event_is_known_to_the_fold() => Assert.All(ReportSamples.Events, happened => Assert.Contains(
        States.Values, history => Record.Exception(() => { State([.. history, happened]); }) is null));

    [Fact]
    public void What_cannot_follow_cannot_be_folded() => Assert.Throws<System.Diagnostics.UnreachableException>(
        () => State([Received, Reopened]));
}
