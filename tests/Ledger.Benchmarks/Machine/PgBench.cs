using System.Globalization;
using System.Text.RegularExpressions;
using Ledger.Benchmarks.Harness;
using Npgsql;

namespace Ledger.Benchmarks.Machine;

/// <summary>
/// The plain INSERT of an event, one a transaction, by PostgreSQL's own load program: what the database allows.
/// </summary>
internal sealed partial class PgBench
{
    private const int MostThreads = 2;

    private readonly string program;
    private readonly List<string> scripts;

    private PgBench(string program, List<string> scripts)
    {
        this.program = program;
        this.scripts = scripts;
    }

    /// <summary>Inserts events like those that the log holds after a position.</summary>
    public static async Task<PgBench> PrepareAsync(
        BenchCluster cluster, BenchLedger ledger, long afterPosition, CancellationToken cancellationToken)
    {
        var scripts = new List<string>();
        await using var command = ledger.Database.CreateCommand(Statements.Read("sample_events"));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterPosition });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        for (var number = 0; await rows.ReadAsync(cancellationToken); number++)
        {
            var script = Path.Combine(cluster.Folder, $"insert_{number}.sql");
            await File.WriteAllTextAsync(script, Numbered("insert_event", number), cancellationToken);
            scripts.AddRange(["-f", script]);
            string[] columns = ["data", "type", "dotnet", "correlation", "headers", "user"];
            for (var i = 0; i < columns.Length; i++)
                scripts.AddRange(["-D", $"{columns[i]}_{number}={rows.GetString(i)}"]);
        }

        return new(Path.Combine(cluster.Programs, "pgbench"), scripts)
        {
            Connection = ledger.Connection,
        };
    }

    private NpgsqlConnectionStringBuilder Connection { get; init; } = [];

    /// <summary>Transactions a second with so many clients.</summary>
    public Round With(int clients) => async (duration, cancellationToken) =>
    {
        var seconds = Math.Max(1, (int)Math.Round(duration.TotalSeconds));
        var threads = Math.Min(clients, MostThreads);
        var output = await Tool.RunAsync(
            program,
            [
                "-h", Connection.Host!, "-p", Text(Connection.Port), "-U", Connection.Username!,
                "-n", "-M", "prepared", "-c", Text(clients), "-j", Text(threads), "-T", Text(seconds),
                .. scripts, Connection.Database!,
            ],
            cancellationToken);
        return new(double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture));
    };

    private static string Numbered(string name, int number) =>
        Statements.Read(name).Replace("NUMBER", Text(number), StringComparison.Ordinal);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = ([\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Rate();
}
