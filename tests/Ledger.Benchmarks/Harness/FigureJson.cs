using System.Text.Json;

namespace Ledger.Benchmarks.Harness;

/// <summary>The result for programs: an array with one object for each figure.</summary>
internal static class FigureJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static byte[] Write(IEnumerable<Figure> figures) =>
        JsonSerializer.SerializeToUtf8Bytes(figures.Select(figure => new
        {
            figure.Name,
            figure.Value,
            figure.Unit,
            figure.Limit,
            figure.LimitName,
            figure.Ratio,
            figure.N,
            figure.P50,
            figure.P99,
            Target = figure.Target?.Text,
            figure.Met,
            figure.OtherLoad,
            figure.Disturbed,
        }), Options);
}
