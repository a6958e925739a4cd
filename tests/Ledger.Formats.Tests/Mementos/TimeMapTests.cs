using Ledger.Formats.Mementos;

namespace Ledger.Formats.Tests.Mementos;

public sealed class TimeMapTests
{
    private const string Site = "https://news.example";
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(1));

    private static readonly TimeMap Whole = new(
        Site + "/stories/wall", Site + "/timegate/wall", Site + "/timemap/wall",
        [new(Site + "/stories/wall/revisions/1", Noon), new(Site + "/stories/wall/revisions/2", Noon.AddSeconds(90.5)),
            new(Site + "/stories/wall/revisions/3", Noon.AddDays(1))],
        []);

    [Fact]
    public void Link_format_is_written_as_it_was_agreed() => Golden.Holds("timemap.link.txt", Whole.ToLinkFormat());

    [Fact]
    public void A_page_is_written_as_it_was_agreed() => Golden.Holds("timemap-page.link.txt", Page.ToLinkFormat());

    [Fact]
    public void Json_is_written_as_it_was_agreed() => Golden.Holds("timemap-page.json", Page.ToJson());

    private static TimeMap Page => Whole with
    {
        Self = Site + "/timemap/wall/2",
        Others = [new(Site + "/timemap/wall", Noon.AddDays(-9), Noon.AddDays(-1))],
        HasFirst = false,
    };
}
