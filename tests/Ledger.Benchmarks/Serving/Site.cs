using System.Net.Http.Headers;
using System.Net.Http.Json;
using Ledger.Application.People;
using Ledger.Benchmarks.Machine;
using Ledger.Hosting.Accounts;
using Npgsql;

namespace Ledger.Benchmarks.Serving;

/// <summary>A ledger with its server, and those who read and write there.</summary>
internal sealed class Site : IAsyncDisposable
{
    private const int SomeStories = 1_000;

    private readonly ServerProcess server;

    private Site(BenchLedger ledger, ServerProcess server, HttpClient reader, HttpClient editor)
    {
        this.server = server;
        (Ledger, Reader, Editor) = (ledger, reader, editor);
    }

    public BenchLedger Ledger { get; }

    /// <summary>Somebody of whom the site knows nothing.</summary>
    public HttpClient Reader { get; }

    /// <summary>A program with the token of an editor.</summary>
    public HttpClient Editor { get; }

    /// <summary>Serves a ledger whose read models contain all of it.</summary>
    public static async Task<Site> OpenAsync(BenchLedger ledger, CancellationToken cancellationToken)
    {
        // Two of them share the connections of one database server.
        var connection = new NpgsqlConnectionStringBuilder(ledger.Connection.ConnectionString) { MaxPoolSize = 60 };
        var server = await ServerProcess.StartAsync(connection.ConnectionString, cancellationToken);
        var editor = Client(server);
        editor.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", await CreateTokenAsync(ledger, cancellationToken));
        return new(ledger, server, Client(server), editor);
    }

    public Uri AddressOf(string path) => new(server.Address, path);

    /// <summary>Up to a thousand stories, evenly spread over the log.</summary>
    public async Task<IReadOnlyList<string>> SomeSlugsAsync(CancellationToken cancellationToken)
    {
        await using var command = Ledger.Database.CreateCommand(Statements.Read("some_slugs"));
        command.CommandTimeout = 0;
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = SomeStories });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var slugs = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
            slugs.Add(rows.GetString(0));

        return slugs;
    }

    /// <summary>Makes the constant page of what the server answers to a reader now.</summary>
    /// <returns>The tag of the page.</returns>
    public async Task<string> KeepConstantAsync(string path, CancellationToken cancellationToken)
    {
        using var page = await Reader.GetAsync(AddressOf(path), cancellationToken);
        page.EnsureSuccessStatusCode();
        KeyValuePair<string, string>[] headers =
        [
            .. page.Headers.Concat(page.Content.Headers)
                .Where(header => header.Key is not ("Date" or "Transfer-Encoding"))
                .Select(header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value))),
        ];
        var answer = new StoredAnswer(headers, await page.Content.ReadAsByteArrayAsync(cancellationToken));
        using var kept = await Reader.PutAsJsonAsync(AddressOf(ConstantPage.Path), answer, cancellationToken);
        kept.EnsureSuccessStatusCode();
        return page.Headers.ETag?.ToString() ?? throw new InvalidOperationException($"{path} has no ETag.");
    }

    /// <summary>The most memory that the server had at any moment so far, in MiB.</summary>
    public double PeakMemory() => server.PeakMemory();

    public async ValueTask DisposeAsync()
    {
        Reader.Dispose();
        Editor.Dispose();
        await server.DisposeAsync();
    }

    private static HttpClient Client(ServerProcess server) =>
        new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };

    private static async Task<string> CreateTokenAsync(BenchLedger ledger, CancellationToken cancellationToken)
    {
        var name = $"editor-{Guid.NewGuid():N}"[..20];
        var accounts = ledger.Get<AccountStore>();
        await accounts.AddAsync(new(name, "Edith Editor", [Role.Editor]), Origin.Program, cancellationToken);
        return (await accounts.CreateTokenAsync(
            new(name, "benchmarks", null), Origin.Program, cancellationToken)).Text;
    }
}
