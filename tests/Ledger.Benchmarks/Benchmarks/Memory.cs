using System.Globalization;
using Ledger.Benchmarks.Harness;
using Ledger.Benchmarks.Machine;
using Ledger.Benchmarks.Serving;
using Npgsql;

namespace Ledger.Benchmarks.Benchmarks;

/// <summary>The most memory that a rebuild takes, and that a server takes while it is read and written.</summary>
internal sealed class Memory : IBenchmark
{
    private const int Readers = 8;
    private const int Writers = 8;
    private const int Stories = 1_000;
    private const int Rounds = 3;

    public IReadOnlyList<string> Names { get; } = ["memory.rebuild", "memory.serve"];

    public async Task<IReadOnlyList<Figure>> RunAsync(Bench bench, CancellationToken cancellationToken)
    {
        var figures = new List<Figure>();
        if (bench.Wants("memory.rebuild"))
            figures.Add(Peak("memory.rebuild", await RebuildAsync(bench, cancellationToken)));

        if (bench.Wants("memory.serve"))
            figures.Add(Peak("memory.serve", await ServeAsync(bench, cancellationToken)));

        return figures;
    }

    private static async Task<double> RebuildAsync(Bench bench, CancellationToken cancellationToken)
    {
        var ledger = await bench.LongLogAsync(cancellationToken);
        using var rebuild = OwnProgram.Start(RebuildVerb.Name, ledger.Connection.ConnectionString);
        var output = await rebuild.StandardOutput.ReadToEndAsync(cancellationToken);
        await rebuild.WaitForExitAsync(cancellationToken);
        return double.Parse(output, CultureInfo.InvariantCulture);
    }

    private static async Task<double> ServeAsync(Bench bench, CancellationToken cancellationToken)
    {
        var site = await bench.SiteAsync(cancellationToken);
        var slugs = await SlugsAsync(site.Ledger, cancellationToken);
        var desks = Enumerable.Range(0, Writers).Select(seed => new ApiDesk(site.Editor, seed + 2000)).ToList();
        await Task.WhenAll(desks.Select(desk => desk.OpenAsync(10, cancellationToken)));
        var readers = Enumerable.Range(0, Readers).Select(seed => new Random(seed)).ToList();
        await Load.RunAsync(Readers + Writers, bench.Pace.Round * Rounds, EachAsync, cancellationToken);
        return site.PeakMemory();

        Task EachAsync(int caller, CancellationToken token) =>
            caller < Readers ? ReadAsync(readers[caller], token) : desks[caller - Readers].ReviseAsync(token);

        async Task ReadAsync(Random random, CancellationToken token)
        {
            var story = $"/stories/{slugs[random.Next(slugs.Count)]}";
            string[] pages = [story, $"{story}/history", $"{story}/compare/1...2", "/corrections"];
            var page = pages[random.Next(pages.Length)];
            using var answer = await site.Reader.GetAsync(site.AddressOf(page), token);
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{page} is answered with {answer.StatusCode}.");
        }
    }

    private static async Task<IReadOnlyList<string>> SlugsAsync(BenchLedger ledger, CancellationToken cancellationToken)
    {
        await using var command = ledger.Database.CreateCommand(Statements.Read("some_slugs"));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Stories });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var slugs = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            slugs.Add(rows.GetString(0));

        return slugs;
    }

    private static Figure Peak(string name, double mebibytes) =>
        Figure.Of(name, "MiB", [new(mebibytes)], limitName: null, limit: [], otherLoad: 0);
}
