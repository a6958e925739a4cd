using Ledger.Application.People;
using Ledger.Hosting.Erasing;
using Ledger.Hosting.Tests.Bundles;
using Ledger.Hosting.Verifying;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Hosting.Tests.Erasing;

/// <summary>A signed log on which much has happened, and two people who may erase.</summary>
internal sealed class ErasedLog : IAsyncDisposable
{
    public const string Basis = "Order 12/2026 of the court of Port Ellery";

    public static readonly Actor Ada = new("user:ada", "Ada", [Role.Standards]);
    public static readonly Actor Sten = new("user:sten", "Sten", [Role.Admin]);

    private ErasedLog(BundleLog log) => Log = log;

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public BundleLog Log { get; }

    public ErasureDesk Desk => Get<ErasureDesk>();

    public static async Task<ErasedLog> CreateAsync()
    {
        var log = new BundleLog();
        await log.InitializeAsync();
        return new(log);
    }

    /// <summary>A log from which words were erased that stood in a story.</summary>
    public static async Task<ErasedLog> CreateAsync(params string[] words)
    {
        var log = await CreateAsync();
        var view = await log.RequestAsync(words);
        await log.Desk.ApproveAsync(view.Request.Id, Sten, null, Cancelled);
        return log;
    }

    public T Get<T>() where T : notnull => Log.Ledger.Services.GetRequiredService<T>();

    public Task<ErasureView> RequestAsync(params string[] words) =>
        Desk.RequestAsync($"{SampleLog.Harbour}", null, words, Basis, Ada, Cancelled);

    /// <summary>What <c>ledger verify</c> finds.</summary>
    public async Task<IReadOnlyList<string>> FindAsync() =>
        await Get<Verification>().RunAsync(new(), null, Cancelled)
            .Select(finding => $"{finding.Where} {finding.What}")
            .ToListAsync(Cancelled);

    /// <summary>What somebody does who owns the database.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(Log.Ledger.ConnectionString);
        await using var command = database.CreateCommand($"set session_replication_role = replica; {sql}");
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    public ValueTask DisposeAsync() => Log.DisposeAsync();
}
