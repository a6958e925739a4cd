using Ledger.Benchmarks.Writing;
using Ledger.Domain.Stories;

namespace Ledger.Benchmarks.Tests;

public sealed class WriterTests
{
    [Fact]
    public void The_domain_takes_every_command_and_makes_one_event_of_it()
    {
        var history = new History(new(seed: 3), "test");

        var appends = Enumerable.Range(0, 300).Select(_ => history.Next(OpenData.EventsPerStory)).ToList();

        Assert.All(appends, append => Assert.Equal(OpenData.EventsPerStory, append.Events.Count));
        Assert.All(appends, append => Assert.IsType<StoryPublished>(append.Events[0].Data));
        var kinds = appends.SelectMany(append => append.Events).Select(e => e.Data.GetType()).ToHashSet();
        Type[] all =
        [
            typeof(StoryPublished), typeof(ArticleRevised), typeof(HeadlineChanged), typeof(AttributionChanged),
            typeof(CorrectionIssued), typeof(CaptionEdited),
        ];
        Assert.All(all, kind => Assert.Contains(kind, kinds));
    }

    [Fact]
    public void The_same_seed_writes_the_same() =>
        Assert.Equal(
            SourceArticles.Revisions(new(seed: 5), "a", count: 20),
            SourceArticles.Revisions(new(seed: 5), "a", count: 20));

    [Fact]
    public void Each_revision_of_a_source_says_something_else()
    {
        var revisions = SourceArticles.Revisions(new(seed: 5), "a", count: 200).ToList();

        Assert.All(revisions.Zip(revisions.Skip(1)), pair => Assert.NotEqual(
            pair.First with { Revision = 0, At = default }, pair.Second with { Revision = 0, At = default }));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(0.5, 10)]
    [InlineData(0.75, 15)]
    [InlineData(0.999999, 19)]
    public void Between_two_quantiles_lies_a_straight_line(double share, int value) =>
        Assert.Equal(value, new Quantiles((0, 2), (0.5, 10), (1, 20)).At(share));
}
