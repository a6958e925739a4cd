using Ledger.Domain.Reports;
using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Reports.ReportSamples;

namespace Ledger.Domain.Tests.Reports;

public sealed class ReportRulesTests
{
    private static readonly ReportEvent[] Open = [Received];

    [Fact]
    public void A_report_is_recorded_as_it_was_made() => Array.Empty<ReportEvent>().When(Receive).Then(Received);

    [Fact]
    public void A_report_may_be_about_words_that_are_missing() => Array.Empty<ReportEvent>()
        .When(Receive with { Quote = null, Evidence = null })
        .Then(Received with { Quote = null, Evidence = null });

    [Fact]
    public void A_report_says_what_is_wrong() =>
        Array.Empty<ReportEvent>().When(Receive with { Text = " \n" }).ThenRefused(new ReportTextRequired());

    [Fact]
    public void Three_hundred_words_are_taken() => Array.Empty<ReportEvent>()
        .When(Receive with { Text = Words(300) })
        .Then(Received with { Text = Words(300) });

    [Fact]
    public void Three_hundred_and_one_words_are_not() => Array.Empty<ReportEvent>()
        .When(Receive with { Text = Words(301) })
        .ThenRefused(new TooManyWords("text", 301, 300));

    [Fact]
    public void A_text_without_spaces_is_not_endless() => Array.Empty<ReportEvent>()
        .When(Receive with { Text = new('壁', 4_001) })
        .ThenRefused(new TooLong("text", 4_001, 4_000));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("court.example/5")]
    [InlineData("https://")]
    [InlineData("https://user:secret@court.example/")]
    [InlineData("https://court.example/a b")]
    [InlineData("data:text/html,x")]
    public void Evidence_is_an_address_of_the_web(string evidence) => Array.Empty<ReportEvent>()
        .When(Receive with { Evidence = evidence })
        .ThenRefused(new InvalidField(
            "evidence", "is not an address of the web, which begins with https:// or http://"));

    [Fact]
    public void A_quotation_is_of_words() => Array.Empty<ReportEvent>()
        .When(Receive with { Quote = new(" ") })
        .ThenRefused(new InvalidField("quote.exact", "must not be empty"));

    [Fact]
    public void A_control_character_is_named() => Array.Empty<ReportEvent>()
        .When(Receive with { Text = "It was\u0000 £3m." })
        .ThenRefused(new InvalidField("text", "holds the control character U+0000 as character 7"));

    [Fact]
    public void Other_words_under_the_same_receipt_are_refused() =>
        Open.When(Receive with { Text = "Another thing." }).ThenRefused(new ReportExists());

    [Fact]
    public void A_class_brings_its_severity_and_a_severity_its_deadline() => Open
        .When(Triage with { Class = CorrectionClass.EditorsNote, Owner = null })
        .Then(new ReportTriaged(CorrectionClass.EditorsNote, Severity.Serious, null, Noon.AddHours(8)));

    [Fact]
    public void The_desk_may_say_otherwise() => Open
        .When(Triage with { Severity = Severity.Legal, DueAt = Noon.AddHours(1) })
        .Then(Triaged with { Severity = Severity.Legal, DueAt = Noon.AddHours(1) });

    [Fact]
    public void A_new_owner_does_not_move_the_deadline() => new ReportEvent[] { Received, Triaged }
        .When(Triage with { Owner = "user:ben", Now = Noon.AddHours(5) })
        .Then(Triaged with { Owner = "user:ben" });

    [Fact]
    public void Another_severity_does() => new ReportEvent[] { Received, Triaged }
        .When(Triage with { Severity = Severity.Legal, Now = Noon.AddHours(5) })
        .Then(Triaged with { Severity = Severity.Legal, DueAt = Noon.AddHours(9) });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Declining_and_reopening_are_explained(string reason)
    {
        Open.When(new ReportCommand.Decline(reason)).ThenRefused(new ReasonRequired());
        new ReportEvent[] { Received, Declined }.When(new ReportCommand.Reopen(reason))
            .ThenRefused(new ReasonRequired());
    }

    [Fact]
    public void A_report_is_not_closed_by_a_correction_that_is_not_there() => Open
        .When(new ReportCommand.CloseByCorrection(Correction, IsPublished: false))
        .ThenRefused(new CorrectionNotOfStory());

    [Fact]
    public void A_report_is_merged_into_another_that_goes_on_about_the_same_story()
    {
        Open.When(Merge).Then(Merged);
        Open.When(Merge with { Into = Id }).ThenRefused(new CannotMerge("it is this report itself"));
        Open.When(Merge with { Other = null }).ThenRefused(new CannotMerge("there is none of that id"));
        Open.When(Merge with { Other = new(Received with { StoryId = Id }, null, null, false) })
            .ThenRefused(new CannotMerge("it is about another story"));
        Open.When(Merge with { Other = new(Received, null, Merged, false) })
            .ThenRefused(new CannotMerge("it is merged into another one itself"));
    }

    [Fact]
    public void A_reopened_report_is_triaged_again() => new ReportEvent[] { Received, Declined, Reopened }
        .When(Triage).Then(Triaged);

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("word", count));
}
