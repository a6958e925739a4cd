namespace Ledger.Formats.Tests;

public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z")]
    [InlineData("2026-03-01t08:00:00z", "2026-03-01T08:00:00Z")]
    [InlineData("2026-03-01T08:00:00.5Z", "2026-03-01T08:00:00.5Z")]
    [InlineData("2026-03-01T08:00:00.123456+05:30", "2026-03-01T02:30:00.123456Z")]
    [InlineData("2014-12-31T23:59:59-06:00", "2015-01-01T05:59:59Z")]
    public void A_time_with_its_offset_is_read(string text, string inUtc)
    {
        Assert.True(Rfc3339.TryParse(text, out var time));
        Assert.Equal(inUtc, Rfc3339.Write(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("2026-03-01")]
    [InlineData("2026-03-01T08:00:00")]
    [InlineData("2026-03-01T08:00Z")]
    [InlineData("2026-03-01 08:00:00Z")]
    [InlineData("2026-02-30T08:00:00Z")]
    [InlineData("2026-03-01T08:00:00+0530")]
    [InlineData("2026-03-01T08:00:00+99:00")]
    [InlineData(" 2026-03-01T08:00:00Z")]
    public void Anything_else_is_no_time(string text) => Assert.False(Rfc3339.TryParse(text, out _));
}
