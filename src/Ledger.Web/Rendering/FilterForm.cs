using System.Globalization;
using Ledger.Projections.Corrections;
using Ledger.Web.Language;

namespace Ledger.Web.Rendering;

/// <summary>Reads what a visitor put into the filter of the corrections.</summary>
public static class FilterForm
{
    /// <summary>The filter, or the sentence that says what cannot be read in it.</summary>
    public static (CorrectionFilter Filter, string? Problem) Read(
        string? @class, string? section, string? from, string? to, string? text = null)
    {
        var code = ClassWords.Parse(@class);
        if (!string.IsNullOrEmpty(@class) && code is null)
            return (new(), Phrase.Of("There is no class of correction called “{0}”.", @class));

        if (!TryReadDay(from, out var first))
            return (new(), Phrase.Of("“{0}” is not a day; write it as 2026-11-22.", from));

        if (!TryReadDay(to, out var last))
            return (new(), Phrase.Of("“{0}” is not a day; write it as 2026-11-22.", to));

        if (text?.Length > CorrectionFilter.LongestText)
        {
            const int Most = CorrectionFilter.LongestText;
            return (new(), Phrase.Of("What is looked for may have {0} characters at most.", Most));
        }

        // The reader means all of the last day; the filter's end is the first moment that is no longer part of it.
        return (new(
            code, string.IsNullOrWhiteSpace(section) ? null : section.Trim(), StartOf(first), StartOf(last?.AddDays(1)))
        {
            Text = string.IsNullOrWhiteSpace(text) ? null : text.Trim(),
        }, null);
    }

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } known ? HouseZone.StartOf(known) : null;

    private static bool TryReadDay(string? text, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;

        var isDay = DateOnly.TryParseExact(
            text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        day = isDay && date < DateOnly.MaxValue ? date : null;
        return day is not null;
    }
}
