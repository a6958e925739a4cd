namespace Ledger.Web.Rendering;

/// <summary>The time zone of the house, in which pages say when something was.</summary>
/// <remarks>
/// A setting and not a choice of the visitor's, as its language is. Where the clock stood cannot be told without it;
/// the moment itself can, and is in <c>datetime</c> and on hover. What machines read has UTC alone.
/// </remarks>
public static class HouseZone
{
    private static readonly AsyncLocal<TimeZoneInfo?> Zone = new();

    private static TimeZoneInfo Current => Zone.Value ?? TimeZoneInfo.Utc;

    public static void UseHouseZone(this IApplicationBuilder app, TimeZoneInfo zone) => app.Use((context, next) =>
    {
        Zone.Value = zone;
        return next(context);
    });

    /// <summary>The moment as the clocks of the house had it.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Current);

    /// <summary>The first moment of a day of the house, which is not midnight where clocks leap over it.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        // No clock of a zone is a day ahead, so that only this one's start could lie before all time.
        if (day == DateOnly.MinValue)
            return DateTimeOffset.MinValue;

        var midnight = day.ToDateTime(TimeOnly.MinValue);
        var offset = Current.IsInvalidTime(midnight) ? Current.GetUtcOffset(midnight.AddHours(-1))
            : Current.IsAmbiguousTime(midnight) ? Current.GetAmbiguousTimeOffsets(midnight).Max()
            : Current.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }
}
