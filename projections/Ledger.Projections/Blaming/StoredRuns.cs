using Ledger.Projections.Rows;
using Ledger.Text.Blaming;

namespace Ledger.Projections.Blaming;

/// <summary>Runs as they stand in rows: <c>{"text":[[12,1],[5,3,7]]}</c>.</summary>
internal static class StoredRuns
{
    public static byte[]? Write(IReadOnlyDictionary<string, IReadOnlyList<BlameRun>>? runs) => runs is null
        ? null
        : Stored.Utf8Json(runs.ToDictionary(
            text => text.Key,
            text => text.Value.Select(run => run.Returned == 0
                ? new[] { run.Length, run.Revision }
                : [run.Length, run.Revision, run.Returned]).ToArray()));

    public static IReadOnlyDictionary<string, IReadOnlyList<BlameRun>>? Read(string? json) => json is null
        ? null
        : Stored.Parse<Dictionary<string, int[][]>>(json).ToDictionary(
            text => text.Key,
            text => (IReadOnlyList<BlameRun>)[.. text.Value.Select(run =>
                new BlameRun(run[0], run[1], run.Length > 2 ? run[2] : 0))]);
}
