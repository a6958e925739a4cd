using System.Text.Json;
using Ledger.Benchmarks.Harness;

namespace Ledger.Benchmarks.Tests;

public sealed class FigureTests
{
    [Fact]
    public void A_ratio_is_that_of_the_medians()
    {
        var figure = Figure.Of("append.8", "events/s",
            [new(80, [1, 2]), new(90, [3]), new(1000, [4])], "pgbench", [new(100), new(120), new(1)], otherLoad: 0);

        Assert.Equal((90, 100, 0.9, 3), (figure.Value, figure.Limit, figure.Ratio, figure.N));
        Assert.Equal((2, 4), (figure.P50, figure.P99));
        Assert.True(figure.Met);
    }

    [Fact]
    public void Without_a_limit_there_is_no_ratio()
    {
        var figure = Figure.Of("diff", "articles/s", [new(5)], null, [], otherLoad: 0);

        Assert.Equal((5, null, null), (figure.Value, figure.Limit, figure.Ratio));
        Assert.Equal((null, null, null), (figure.P50, figure.P99, figure.Met));
    }

    [Theory]
    [InlineData("append.8", 0.75, true)]
    [InlineData("append.8", 0.7499, false)]
    [InlineData("asof.flat", 1.2, true)]
    [InlineData("asof.flat", 1.21, false)]
    [InlineData("append.64", 1.2, true)]
    public void A_target_is_met_or_not(string name, double ratio, bool met) =>
        Assert.Equal(met, Of(name, 100, ratio, p99: 14.9).Met);

    [Fact]
    public void A_fast_median_does_not_make_up_for_a_slow_tail() =>
        Assert.False(Of("append.64", 100, ratio: 2, p99: 15).Met);

    [Theory]
    [InlineData(199.9, true)]
    [InlineData(200, false)]
    public void Memory_is_held_by_its_value(double mebibytes, bool met) =>
        Assert.Equal(met, Of("memory.serve", mebibytes, ratio: null, p99: null).Met);

    [Fact]
    public void The_json_has_the_members_of_the_contract()
    {
        var figures = new[] { Of("append.1", 3000, 0.7, 1.5), Of("diff", 9, null, null) };
        using var json = JsonDocument.Parse(FigureJson.Write(figures));

        var first = json.RootElement[0];
        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal("append.1", first.GetProperty("name").GetString());
        Assert.Equal(3000, first.GetProperty("value").GetDouble());
        Assert.Equal("events/s", first.GetProperty("unit").GetString());
        Assert.Equal("the limit", first.GetProperty("limitName").GetString());
        Assert.Equal(0.7, first.GetProperty("ratio").GetDouble());
        Assert.Equal(5, first.GetProperty("n").GetInt32());
        Assert.Equal(1.5, first.GetProperty("p99").GetDouble());
        Assert.All(["limit", "ratio", "p50", "p99"],
            name => Assert.Equal(JsonValueKind.Null, json.RootElement[1].GetProperty(name).ValueKind));
    }

    [Fact]
    public void What_others_disturbed_is_marked_and_said()
    {
        var quiet = Of("append.1", 1, 1, 1);
        var disturbed = Of("append.8", 1, 1, 1) with { OtherLoad = 0.31 };

        var table = FigureTable.Write([quiet, disturbed]);

        Assert.Contains("append.8 *", table, StringComparison.Ordinal);
        Assert.DoesNotContain("append.1 *", table, StringComparison.Ordinal);
        Assert.Contains("up to 31 % of the processors in a round of append.8.", Foot.Disturbance([quiet, disturbed]),
            StringComparison.Ordinal);
        Assert.Empty(Foot.Disturbance([quiet]));
    }

    private static Figure Of(string name, double value, double? ratio, double? p99) =>
        new(name, value, "events/s", ratio is null ? null : value / ratio, "the limit", ratio, 5, p99, p99, 0);
}
