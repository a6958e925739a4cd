using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Ledger.Application.Import;
using Ledger.Cli.Tests.Running;
using Ledger.Domain.Imports;
using Ledger.Formats;
using Ledger.Projections.Revisions;
using Ledger.Projections.Running;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Cli.Tests.Import;

/// <summary>Histories of real articles, imported whole: what went in is what is read, to the byte.</summary>
public sealed class RealHistories(ITestOutputHelper output)
{
    private static readonly string Folder = Path.GetFullPath(
        Path.Combine(AppContext.BaseDirectory, "../../../../../../shared/data"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("open.jsonl.gz")]
    [InlineData("heavy-govuk-landing.jsonl.gz")]
    public async Task Every_revision_reads_back_to_the_byte(string name)
    {
        var file = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(file), $"The real histories are not here: {file}.");
        await using var ledger = await TestLedger.CreateAsync();
        using var folder = new TestFolder();
        var program = new LedgerProgram(ledger.ConnectionString);

        var clock = Stopwatch.StartNew();
        await program.DoneAsync("import", file, "--map", folder.PathOf("map.jsonl"));
        var seconds = clock.Elapsed.TotalSeconds;

        var events = await ledger.Store.GetHeadAsync(Cancel);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{events} events in {seconds:F1} s, {events / seconds:F0} events/s"));
        var lines = await ReadAsync(file);
        var map = await RevisionFile.ReadMapAsync(folder.PathOf("map.jsonl"));
        Assert.Equal(
            lines.Select(line => (line.Article, line.Revision)), map.Select(line => (line.Article, line.Revision)));
        await AllTextsAreThereAsync(ledger, lines, map);
        await SomeAreShownAsync(program, lines, map);

        await ASecondRunAddsNothingAsync(program, file);
        var rows = await RowsAsync(ledger);
        await ledger.Services.GetRequiredService<Rebuild>().RunAsync(Rebuild.Names, null, Cancel);
        Assert.Equal(rows, await RowsAsync(ledger));
        Assert.Equal(events, await ledger.Store.GetHeadAsync(Cancel));
    }

    private static async Task<List<SourceRevision>> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        return await RevisionSet.ReadAsync(stream, Cancel).ToListAsync(Cancel);
    }

    private static async Task AllTextsAreThereAsync(
        TestLedger ledger, List<SourceRevision> lines, List<ImportedLine> map)
    {
        var revisions = ledger.Services.GetRequiredService<RevisionQueries>();
        foreach (var (line, found) in lines.Zip(map))
        {
            var view = await revisions.FindAsync(found.Story, found.LedgerRevision!.Value, Cancel);
            Assert.True(line.Text == view?.Article.ToBodyText(), $"{line.Article} {line.Revision} reads otherwise.");
        }
    }

    /// <summary>The odd ones through the program: empty, other line ends, the longest, first and last.</summary>
    private static async Task SomeAreShownAsync(
        LedgerProgram program, List<SourceRevision> lines, List<ImportedLine> map)
    {
        var chosen = new[]
        {
            0,
            lines.Count - 1,
            lines.FindIndex(line => line.Text.Length == 0),
            lines.FindIndex(line => line.Text.Contains('\r', StringComparison.Ordinal)),
            lines.FindIndex(line => line.Title is null),
            lines.IndexOf(lines.MaxBy(line => line.Text.Length)!),
        };
        foreach (var index in chosen.Where(index => index >= 0).Distinct())
        {
            var shown = await program.DoneAsync(
                "show", $"{map[index].Story}", "--revision", $"{map[index].LedgerRevision}", "--format", "text");
            Assert.Equal(lines[index].Text, shown.Output);
        }
    }

    private static async Task ASecondRunAddsNothingAsync(LedgerProgram program, string file)
    {
        var again = await program.DoneAsync("import", file, "--json");
        var summary = JsonDocument.Parse(again.Output).RootElement;
        Assert.Equal(
            (0, 0), (summary.GetProperty("events").GetInt32(), summary.GetProperty("newStories").GetInt32()));
    }

    /// <summary>Every row of every read model as text.</summary>
    private static async Task<List<string>> RowsAsync(TestLedger ledger)
    {
        var database = ledger.Services.GetRequiredService<NpgsqlDataSource>();
        await using var tables = database.CreateCommand(
            "select tablename from pg_tables where schemaname = 'read' order by tablename");
        var names = await ReadAsync(tables);
        Assert.NotEmpty(names);

        var rows = new List<string>();
        foreach (var name in names)
        {
            await using var select = database.CreateCommand($"select t::text from read.\"{name}\" t order by 1");
            rows.AddRange((await ReadAsync(select)).Select(row => $"{name}: {row}"));
        }

        return rows;
    }

    private static async Task<List<string>> ReadAsync(NpgsqlCommand command)
    {
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
            rows.Add(reader.GetString(0));

        return rows;
    }
}
