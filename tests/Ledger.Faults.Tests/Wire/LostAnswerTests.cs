using Ledger.Application;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Faults.Tests.Wire;

/// <summary>
/// A connection that is cut in the middle of an append: the caller is told what is true, not what is likely.
/// </summary>
public sealed class LostAnswerTests : IAsyncLifetime
{
    private static readonly Guid Stream = Guid.Parse("0193a000-0000-7000-8000-00000000000c");

    private TestDatabase database = null!;
    private NpgsqlDataSource source = null!;
    private CuttableWire wire = null!;
    private PostgresEventStore store = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateMigratedAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        wire = new(direct.Host!, direct.Port);
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Host = "127.0.0.1",
            Port = wire.Port,
        }.ConnectionString);
        store = new(source, LedgerEvents.Catalogue);
        await AppendAsync("first", count: 1);
        await AppendAsync("second", count: 1);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await source.DisposeAsync();
        await wire.DisposeAsync();
        await database.DisposeAsync();
    }

    [Theory]
    [InlineData(nameof(Cut.Requests), 1)]
    [InlineData(nameof(Cut.Answers), 1)]
    [InlineData(nameof(Cut.Requests), 100)]
    [InlineData(nameof(Cut.Answers), 100)]
    public async Task An_append_is_there_once_and_its_caller_is_told_so(string cut, int count)
    {
        wire.CutNext(Enum.Parse<Cut>(cut));
        var result = await AppendAsync("third", count);

        Assert.Equal(new(Version: 2 + count, Position: 2 + count), result);
        Assert.Equal(new(Version: 3 + count, Position: 3 + count), await AppendAsync("fourth", count: 1));
        var log = await store.ReadAllAsync(0, null, Token).ToListAsync(Token);
        Assert.Equal(count, log.Count(recorded => recorded.Data is SlugChanged { To: "third" }));
        await using var direct = NpgsqlDataSource.Create(database.ConnectionString);
        Assert.Empty(await LogChecks.FindFaultsAsync(direct));
    }

    [Fact]
    public async Task A_group_whose_answer_is_lost_is_answered_one_by_one()
    {
        wire.CutNext(Cut.Answers);
        var results = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => AppendAsync($"n{n}", count: 1)));

        Assert.Equal(Enumerable.Range(3, 20).Select(n => (long)n), results.Select(result => result.Version).Order());
        await using var direct = NpgsqlDataSource.Create(database.ConnectionString);
        Assert.Empty(await LogChecks.FindFaultsAsync(direct));
    }

    private Task<AppendResult> AppendAsync(string to, int count) => store.AppendAsync(
        new(Stream, "story", ExpectedVersion.Any, [.. Enumerable.Range(1, count).Select(_ =>
            new NewEvent(Guid.CreateVersion7(), new SlugChanged("before", to, Reason: null), new("user:ada")))]),
        Token);
}
