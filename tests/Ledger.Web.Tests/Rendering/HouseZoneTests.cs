using Ledger.Web.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Rendering;

public sealed class HouseZoneTests
{
    [Theory]
    [InlineData("UTC", 2026, 11, 22, "2026-11-22T00:00:00Z")]
    [InlineData("Europe/Berlin", 2026, 3, 29, "2026-03-28T23:00:00Z")]
    [InlineData("Europe/Berlin", 2026, 3, 30, "2026-03-29T22:00:00Z")]
    // Clocks are put forward at midnight, so that the day begins at one.
    [InlineData("Asia/Beirut", 2025, 3, 30, "2025-03-29T22:00:00Z")]
    // They are put back to the midnight that was an hour ago.
    [InlineData("America/Havana", 2025, 11, 2, "2025-11-02T04:00:00Z")]
    // The day before never was: one went to bed on Thursday and rose on Saturday.
    [InlineData("Pacific/Apia", 2011, 12, 31, "2011-12-30T10:00:00Z")]
    [InlineData("Pacific/Auckland", 1, 1, 1, "0001-01-01T00:00:00Z")]
    [InlineData("America/New_York", 9999, 12, 31, "9999-12-31T05:00:00Z")]
    public async Task A_day_begins_when_the_clocks_of_the_house_first_say_so(
        string zone, int year, int month, int day, string first)
    {
        var start = DateTimeOffset.MaxValue;
        var app = new ApplicationBuilder(new ServiceCollection().BuildServiceProvider());
        app.UseHouseZone(TimeZoneInfo.FindSystemTimeZoneById(zone));
        app.Run(_ =>
        {
            start = HouseZone.StartOf(new(year, month, day));
            return Task.CompletedTask;
        });

        await app.Build()(new DefaultHttpContext());

        Assert.Equal(first, When.Machine(start));
    }
}
