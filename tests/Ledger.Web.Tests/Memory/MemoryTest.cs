using System.Globalization;
using System.Text;
using Ledger.EventStore;
using Ledger.Testing;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Web.Tests.Memory;

/// <summary>A test that reads pages of a server which has begun to answer from memory.</summary>
public abstract class MemoryTest(WebServer server) : IClassFixture<WebServer>, IAsyncLifetime
{
    private readonly HttpClient reader = server.Client();

    protected WebServer Server { get; } = server;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await ListensAsync(Server);

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected static Task ListensAsync(WebServer server)
    {
        var watch = server.Services.GetRequiredService<ILogWatch>();
        return Eventually.IsTrueAsync(() => Task.FromResult(watch.IsLive));
    }

    /// <summary>Publishes, and waits until that is heard back from the database, which drops pages once more.</summary>
    protected async Task PublishAsync(string headline, string slug, string text = "Text.")
    {
        await Server.PublishAsync(Newsroom.Short(headline, text), slug);
        await HeardAllAsync();
    }

    /// <summary>Returns when every change before it has been heard of; they are told in their order.</summary>
    protected async Task HeardAllAsync()
    {
        var last = Guid.NewGuid();
        var heard = new TaskCompletionSource();
        var watch = Server.Services.GetRequiredService<ILogWatch>();
        watch.Changed += Hear;
        await using var source = NpgsqlDataSource.Create(Server.ConnectionString);
        await using var command = source.CreateCommand("select pg_notify('ledger_events', $1)");
        command.Parameters.Add(new() { Value = $"0 {last}" });
        await command.ExecuteNonQueryAsync(Cancel);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        watch.Changed -= Hear;

        void Hear(LogChange change)
        {
            if (change.Streams?.Contains(last) == true)
                heard.TrySetResult();
        }
    }

    protected Task<string> ReadAsync(string path) => reader.GetStringAsync(path, Cancel);

    protected Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers) =>
        AskAsync(reader, HttpMethod.Get, path, headers);

    protected static async Task<HttpResponseMessage> AskAsync(
        HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return await client.SendAsync(request, Cancel);
    }

    /// <summary>The whole answer but its date, in one order.</summary>
    protected static async Task<string> WrittenAsync(HttpResponseMessage answer)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{(int)answer.StatusCode}\n");
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date");
        foreach (var (name, values) in headers.OrderBy(header => header.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", values)}\n");

        return text.Append(Convert.ToBase64String(await answer.Content.ReadAsByteArrayAsync(Cancel))).ToString();
    }

    /// <summary>Changes the row that a story's page is made of behind the log's back; nobody is told.</summary>
    /// <remarks>A page that shows the new headline was made after it, one that shows the old one was kept.</remarks>
    protected async Task AlterAsync(string slug, string headline)
    {
        await using var source = NpgsqlDataSource.Create(Server.ConnectionString);
        await using var command = source.CreateCommand(
            "update read.story set article = jsonb_set(article::jsonb, '{headline}', to_jsonb($2::text)) "
                + "where slug = $1");
        command.Parameters.Add(new() { Value = slug });
        command.Parameters.Add(new() { Value = headline });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancel));
    }

    /// <summary>How many bytes the server says that its pages take.</summary>
    protected static async Task<long> SizeAsync(HttpClient client)
    {
        const string Name = "ledger_page_memory_bytes ";
        var lines = (await client.GetStringAsync("/metrics", Cancel)).Split('\n');
        return long.Parse(lines.Single(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..],
            CultureInfo.InvariantCulture);
    }

    protected Task<long> SizeAsync() => SizeAsync(reader);
}
