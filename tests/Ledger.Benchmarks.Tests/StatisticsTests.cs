using Ledger.Benchmarks.Harness;

namespace Ledger.Benchmarks.Tests;

public sealed class StatisticsTests
{
    [Theory]
    [InlineData(new double[] { 7 }, 7)]
    [InlineData(new double[] { 9, 1, 5 }, 5)]
    [InlineData(new double[] { 1, 100, 3, 2 }, 2.5)]
    public void The_median_is_the_middle(double[] values, double median) =>
        Assert.Equal(median, Statistics.Median(values));

    [Fact]
    public void Nothing_has_no_median_and_no_percentile()
    {
        Assert.Throws<ArgumentException>(() => Statistics.Median([]));
        Assert.Throws<ArgumentException>(() => Statistics.Percentile([], 0.5));
    }

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.99, 198)]
    [InlineData(1, 200)]
    [InlineData(0.001, 1)]
    public void A_percentile_is_one_of_the_values(double share, double value) =>
        Assert.Equal(value, Statistics.Percentile([.. Enumerable.Range(1, 200).Select(i => (double)i)], share));

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    public void A_share_is_more_than_nothing_and_at_most_all(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Statistics.Percentile([1, 2], share));
}
