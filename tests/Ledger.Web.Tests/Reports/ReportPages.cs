using System.Net;
using Ledger.Application.People;
using Ledger.Application.Reports;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Reports;

/// <summary>Report, triage and receipt as a browser without script does them.</summary>
public sealed class ReportPages : IAsyncLifetime
{
    private const string Form = ".report-form";

    // The tests fill in a form faster than people do, and from one address.
    private static readonly IntakeLimits Hasty = new() { ShortestFilling = TimeSpan.Zero, PerAddress = 1_000 };

    private WebServer server = null!;

    public async ValueTask InitializeAsync() => server = await WebServer.StartAsync(new() { Intake = Hasty });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_reader_reports_and_follows_the_report_to_its_correction()
    {
        var story = await server.PublishAsync(Newsroom.Short("The wall", "It was *forty* metres long."), "wall");
        using var reader = new Visitor(server.Browser());
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await reader.GetAsync("/stories/wall");
        await reader.GetAsync(reader.Page.QuerySelector("[data-report]")!.GetAttribute("href")!);

        await reader.SendAsync(Form, [("Form.Exact", "was forty\r\nmetres"), ("Form.Text", "It was fourteen.")]);

        var receipt = reader.Location!.ToString();
        await reader.FollowAsync();
        Assert.Equal("Received", reader.Text("h1"));
        Assert.False(reader.Answer.Headers.Contains("Set-Cookie"));

        await editor.GetAsync("/desk/reports");
        await editor.GetAsync(editor.Page.QuerySelector(".report-row a")!.GetAttribute("href")!);
        Assert.Equal("was forty metres", editor.Text(".in-text mark"));
        await editor.SendAsync(
            "form[aria-labelledby=triage]", [("Form.Class", "factual-error")], ("Form.Do", "triage"));
        await reader.GetAsync(receipt);
        Assert.Equal("Being looked at", reader.Text("h1"));

        await server.Story("wall").CorrectAsync("forty", "fourteen", "The wall was fourteen metres long.");
        await editor.FollowAsync();
        Assert.Contains("The words are not there.", editor.Html, StringComparison.Ordinal);
        Assert.Equal("was forty metres", editor.Text(".in-text mark"));
        await editor.SendAsync("form[aria-labelledby=close]", [], ("Form.Do", "close"));
        Assert.Equal(HttpStatusCode.Redirect, editor.Status);
        await reader.GetAsync(receipt);
        Assert.Equal("Corrected", reader.Text("h1"));
        await reader.GetAsync(reader.Page.QuerySelector("main .button")!.GetAttribute("href")!);
        Assert.Contains("fourteen metres long", reader.Html, StringComparison.Ordinal);
        Assert.Equal(1, story.Revision);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_one_report()
    {
        await server.PublishAsync(Newsroom.Short("Twice", "Text."), "twice");
        using var reader = new Visitor(server.Browser());
        var page = await reader.GetAsync("/stories/twice/report");
        await reader.SendAsync(Form, [("Form.Text", "It is wrong.")]);
        var first = reader.Location;

        await reader.SendFromAsync(page, "/stories/twice/report", Form, [("Form.Text", "It is wrong.")]);

        Assert.Equal(first, reader.Location);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused_and_can_be_sent_again()
    {
        await server.PublishAsync(Newsroom.Short("Refused", "Text."), "refused");
        using var reader = new Visitor(server.Browser());
        await reader.GetAsync("/stories/refused/report");

        await reader.SendAsync(
            Form, [("Form.Text", "It is wrong."), ("Form.Evidence", "nonsense"), ("Form.Name", "N")]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.Contains("evidence", reader.Text("#problem"), StringComparison.Ordinal);
        Assert.Equal(("It is wrong.", "N"), (reader.Value("#text"), reader.Value("#name")));
        await reader.SendAsync(Form, [("Form.Evidence", "https://court.example/")]);
        Assert.Equal(HttpStatusCode.Redirect, reader.Status);
    }

    [Theory]
    [InlineData("Form.Homepage", "https://spam.example/")]
    [InlineData("Form.Sealed", "")]
    [InlineData("Form.Sealed", "00000000000000000000000000000000.1.00")]
    [InlineData("Form.Sealed", "00000000000000000000000000000000.99999999999999999.00")]
    [InlineData("Form.Text", "http://a.example http://b.example http://c.example")]
    public async Task Every_sign_of_a_machine_gets_the_same_answer(string field, string value)
    {
        await server.PublishAsync(Newsroom.Short("Machine", "Text."), "machine");
        using var reader = new Visitor(server.Browser());
        await reader.GetAsync("/stories/machine/report");

        await reader.SendAsync(
            Form, field == "Form.Text" ? [(field, value)] : [("Form.Text", "Spam."), (field, value)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, reader.Status);
        Assert.Equal(new ReportNotTaken().Message, reader.Text("#problem"));
    }

    [Fact]
    public async Task A_form_that_is_filled_in_at_once_or_was_open_for_days_is_not_taken()
    {
        await using var slow = await WebServer.StartAsync(
            new() { Intake = Hasty with { ShortestFilling = TimeSpan.FromMinutes(1) } });
        await using var old = await WebServer.StartAsync(
            new() { Intake = Hasty with { LongestFilling = TimeSpan.FromSeconds(-1) } });
        foreach (var its in new[] { slow, old })
        {
            await its.PublishAsync(Newsroom.Short("Age", "Text."), "age");
            using var reader = new Visitor(its.Browser());
            await reader.GetAsync("/stories/age/report");
            await reader.SendAsync(Form, [("Form.Text", "Too soon, or too late.")]);

            Assert.Equal(new ReportNotTaken().Message, reader.Text("#problem"));
        }
    }

    [Fact]
    public async Task An_editor_who_is_overtaken_sees_the_report_as_it_is_now()
    {
        await server.PublishAsync(Newsroom.Short("Overtaken", "Text."), "overtaken");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/stories/overtaken/report");
        await editor.SendAsync(Form, [("Form.Text", "Two at once.")]);
        await editor.GetAsync("/desk/reports");
        var path = editor.Page.QuerySelector(".report-row a")!.GetAttribute("href")!;
        var seen = await editor.GetAsync(path);
        await editor.SendAsync("form[aria-labelledby=triage]", [], ("Form.Do", "triage"));

        await editor.SendFromAsync(seen, path, "form[aria-labelledby=decline]",
            [("Form.Reason", "No."), ("Form.Do", "decline")]);

        Assert.Equal(HttpStatusCode.PreconditionFailed, editor.Status);
        Assert.Contains("Somebody changed this report", editor.Text("#problem"), StringComparison.Ordinal);
        await editor.SendAsync("form[aria-labelledby=decline]", [("Form.Reason", " ")], ("Form.Do", "decline"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, editor.Status);
    }

    [Fact]
    public async Task The_figures_have_a_table_for_each_chart_and_say_where_there_are_none()
    {
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);
        await auditor.GetAsync("/desk/metrics?days=30");
        Assert.Equal(4, auditor.Page.QuerySelectorAll(".figures section").Length);
        Assert.Contains("There is nothing to measure", auditor.Text(".figures section"), StringComparison.Ordinal);

        await server.PublishAsync(Newsroom.Short("Figures", "It fell on Monday."), "figures");
        await server.Story("figures").CorrectAsync("Monday", "Sunday", "It fell on Sunday.");
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);
        await editor.GetAsync("/stories/figures/report");
        await editor.SendAsync(Form, [("Form.Text", "An error.")]);
        await editor.GetAsync("/desk/reports");
        await editor.GetAsync(editor.Page.QuerySelector(".report-row a")!.GetAttribute("href")!);
        await editor.SendAsync(
            "form[aria-labelledby=decline]", [("Form.Reason", "It is none.")], ("Form.Do", "decline"));

        await auditor.GetAsync("/desk/metrics");
        Assert.Equal(3, auditor.Page.QuerySelectorAll("svg.chart").Length);
        Assert.Equal(3, auditor.Page.QuerySelectorAll(".figures table").Length);
        Assert.Contains("Found by the staff100 %", auditor.Text(".tall"), StringComparison.Ordinal);
        Assert.Contains("Declined, of those decided100 %", auditor.Text(".tall"), StringComparison.Ordinal);
        Assert.Contains("For 1,000 stories1000", auditor.Text(".tall"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_are_for_the_desk_and_what_is_not_there_is_not_found()
    {
        using var reader = new Visitor(server.Browser());
        using var auditor = await Visitor.SignedInAsync(server, Role.Auditor);
        using var editor = await Visitor.SignedInAsync(server, Role.Editor);

        await reader.GetAsync("/desk/reports");
        Assert.Equal(HttpStatusCode.Redirect, reader.Status);
        await auditor.GetAsync("/desk/reports");
        Assert.Equal(HttpStatusCode.Forbidden, auditor.Status);
        foreach (var path in new[] { $"/desk/reports/{Guid.NewGuid()}", "/reports/x", "/stories/nowhere/report" })
        {
            await editor.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, editor.Status);
        }

        foreach (var show in new[] { "open", "overdue", "closed", "all", "nonsense" })
        {
            await editor.GetAsync($"/desk/reports?show={show}&class=headline&severity=Legal&owner=me");
            Assert.Equal("No report is like that.", editor.Text(".empty-title"));
        }

        await editor.GetAsync("/desk/reports");
        Assert.Equal("No report waits for the desk.", editor.Text(".empty-title"));
    }
}
