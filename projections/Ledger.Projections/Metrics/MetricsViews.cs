using Ledger.Domain.Stories;

namespace Ledger.Projections.Metrics;

/// <summary>How long something took: the half that was quickest took no longer than the median.</summary>
/// <param name="MedianSeconds">Null where there is none.</param>
/// <param name="P90Seconds">Nine of ten took no longer.</param>
public sealed record Durations(int Count, long? MedianSeconds, long? P90Seconds)
{
    /// <summary>By nearest rank, so that each figure is a time that was really taken.</summary>
    public static Durations Of(IEnumerable<TimeSpan> times)
    {
        var seconds = times.Select(time => Math.Max(0, (long)time.TotalSeconds)).Order().ToList();
        return new(seconds.Count, AtRank(seconds, 50), AtRank(seconds, 90));
    }

    private static long? AtRank(List<long> sorted, int percent) =>
        sorted.Count == 0 ? null : sorted[Math.Max(0, (checked(sorted.Count * percent) + 99) / 100 - 1)];
}

/// <summary>The times of a group of reports and corrections.</summary>
/// <param name="Acknowledge">From the report until the desk looked at it.</param>
/// <param name="Decide">From the report until it was decided.</param>
/// <param name="Correct">From the report until its correction went out.</param>
/// <param name="Exposure">From when the wrong words first stood in the story until their correction.</param>
public sealed record Times(Durations Acknowledge, Durations Decide, Durations Correct, Durations Exposure);

/// <summary>The times of one class, or one section; a null class is that of reports nobody has judged.</summary>
public sealed record ClassTimes(CorrectionClass? Class, Times Times);

/// <summary>The times of one section of the paper; null is for stories that have none.</summary>
public sealed record SectionTimes(string? Section, Times Times);

/// <summary>How a newsroom deals with its errors, over a span of time.</summary>
/// <param name="Stories">Stories that went out in it.</param>
/// <param name="Corrections">Corrections that went out in it.</param>
/// <param name="Reports">Reports that came in.</param>
/// <param name="Decided">Those of them that are corrected or declined.</param>
/// <param name="FoundByStaff">Those of the reports that the staff made.</param>
public sealed record MetricsView(
    DateTimeOffset From, DateTimeOffset To, int Stories, int Corrections, int Reports, int Decided, int Declined,
    int FoundByStaff, Times All, IReadOnlyList<ClassTimes> ByClass, IReadOnlyList<SectionTimes> BySection)
{
    /// <summary>Corrections for each thousand stories, rounded; null where no story went out.</summary>
    public long? CorrectionsPerThousandStories =>
        Stories == 0 ? null : (long)Math.Round(1000m * Corrections / Stories, MidpointRounding.AwayFromZero);
}
