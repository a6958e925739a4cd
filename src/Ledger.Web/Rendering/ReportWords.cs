using Ledger.Domain.Stories;
using Ledger.Projections.Reports;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>The words in which pages speak of reports.</summary>
public static class ReportWords
{
    private const int MostOfBeginning = 120;

    /// <summary>For the desk.</summary>
    public static string Of(ReportStatus status) => status switch
    {
        ReportStatus.Received => "New",
        ReportStatus.Triaged => "Being looked at",
        ReportStatus.Corrected => "Corrected",
        ReportStatus.Declined => "Declined",
        ReportStatus.Merged => "Merged",
    };

    /// <summary>For who sent it.</summary>
    public static (string Title, string Text) ForReporter(ReportStatus status)
    {
        var (title, text) = ForReporterInEnglish(status);
        return (Phrase.Of(title), Phrase.Of(text));
    }

    /// <summary>How grave, where two kinds of little must be told apart.</summary>
    public static string Of(Severity severity) =>
        severity == Severity.MinorVisible ? "Minor, noted" : Words.Of(severity);

    /// <summary>The beginning of a text, for lists.</summary>
    public static string Beginning(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= MostOfBeginning)
            return line;

        var end = line.LastIndexOf(' ', MostOfBeginning) is var space and > 0 ? space : MostOfBeginning;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)] + "…";
    }

    /// <summary>What happened in one step.</summary>
    public static string Of(ReportStepView step) => step.Type switch
    {
        "report_received" => "Reported",
        "report_triaged" => $"Looked at: {ClassWords.Of(step.Facts.Class!.Value).Name.ToLowerInvariant()}, "
            + Of(step.Facts.Severity!.Value).ToLowerInvariant()
            + (step.Facts.Owner is { } owner ? $", for {Words.Person(owner, null)}" : ""),
        "report_closed" => step.Facts.Closing.ToString()!,
        "report_reopened" => "Reopened",
        "report_contact_erased" => "Contact erased",
        _ => step.Type,
    };

    private static (string Title, string Text) ForReporterInEnglish(ReportStatus status) => status switch
    {
        ReportStatus.Received => ("Received", "Thank you. An editor will look at it."),
        ReportStatus.Triaged => ("Being looked at", "An editor has read your report and is checking it."),
        ReportStatus.Corrected => ("Corrected", "You were right, and the story has been corrected."),
        ReportStatus.Declined => ("No correction", "An editor has checked your report and leaves the story as it is."),
        ReportStatus.Merged => ("Received", "An editor will look at it together with another report."),
    };
}
