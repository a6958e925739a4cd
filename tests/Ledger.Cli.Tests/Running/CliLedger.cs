using System.Text.Json.Nodes;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Cli.Tests.Running;

/// <summary>A ledger, the program that works on it, and a folder, for all tests of a class.</summary>
public sealed class CliLedger : IAsyncLifetime
{
    private int stories;

    internal TestLedger Ledger { get; private set; } = null!;
    internal LedgerProgram Program { get; private set; } = null!;
    internal TestFolder Folder { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Ledger = await TestLedger.CreateAsync();
        Program = new(Ledger.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Folder.Dispose();
        await Ledger.DisposeAsync();
    }

    internal Task<long> HeadAsync() => Ledger.Store.GetHeadAsync(TestContext.Current.CancellationToken);

    internal async Task<RecordedEvent> LastEventAsync() =>
        await Ledger.Store.ReadAllAsync(await HeadAsync() - 1, null, TestContext.Current.CancellationToken)
            .FirstAsync(TestContext.Current.CancellationToken);

    /// <summary>Publishes a story of its own for a test.</summary>
    /// <returns>Its slug.</returns>
    internal async Task<string> PublishAsync(string? json = null)
    {
        var slug = $"story-{++stories}";
        var story = JsonNode.Parse(json ?? Sample.Story)!;
        story["slug"] = slug;
        await Program.DoneAsync("publish", Folder.Write($"{slug}.json", story.ToJsonString()));
        return slug;
    }
}
