using Ledger.Application.Loading;
using Ledger.Application.Stories;
using Ledger.Application.Tests.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ledger.Application.Tests.Loading;

/// <summary>Long stories load from a snapshot and what came after it; without any they load all the same.</summary>
public sealed class Snapshots : IAsyncLifetime
{
    private const int Changes = StorySnapshots.Every + 30;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TestLedger ledger = null!;
    private Guid story;

    public async ValueTask InitializeAsync()
    {
        ledger = await TestLedger.CreateAsync();
        story = (await ledger.DoneAsync(Given.Publish())).StoryId;
    }

    public ValueTask DisposeAsync() => ledger.DisposeAsync();

    [Fact]
    public async Task A_story_that_has_grown_is_loaded_from_its_snapshot()
    {
        await using (var writer = Another.Ledger(ledger))
        {
            for (var n = 1; n <= Changes; n++)
                await writer.DoneAsync(Headline(n));
        }

        Assert.Equal(Changes + 1 - StorySnapshots.Every, await ReadsOfLoadAsync());
    }

    [Fact]
    public async Task A_story_that_took_long_to_load_is_loaded_from_a_snapshot_the_next_time()
    {
        await GrowAsync();

        Assert.Equal(Changes + 1, await ReadsOfLoadAsync());
        Assert.Equal(0, await ReadsOfLoadAsync());
    }

    [Theory]
    [InlineData("delete from ops.snapshots")]
    [InlineData("update ops.snapshots set format = format + 1")]
    [InlineData("update ops.snapshots set state = 'no JSON'")]
    [InlineData("update ops.snapshots set state = '{\"$kind\":\"erased\"}'")]
    [InlineData("update ops.snapshots set state = '{\"$kind\":\"published\",\"story\":null}'")]
    [InlineData("update ops.snapshots set state = 'null'")]
    public async Task A_story_whose_snapshot_is_gone_or_of_no_use_is_read_in_full(string damage)
    {
        await GrowAsync();
        await ReadsOfLoadAsync();
        await using (var database = NpgsqlDataSource.Create(ledger.ConnectionString))
        await using (var command = database.CreateCommand(damage))
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancel));

        Assert.Equal(Changes + 1, await ReadsOfLoadAsync());
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_kept_keeps_nobody_from_writing()
    {
        await GrowAsync();
        await using (var database = NpgsqlDataSource.Create(ledger.ConnectionString))
        await using (var command = database.CreateCommand("alter table ops.snapshots add check (version < 0)"))
            await command.ExecuteNonQueryAsync(Cancel);

        await using var writer = Another.Ledger(ledger);
        var done = await writer.DoneAsync(Headline(0));

        Assert.Equal(Changes + 2, done.Version);
    }

    // Grows it as another program would, which makes no snapshots.
    private async Task GrowAsync()
    {
        var changes = Enumerable.Range(1, Changes).Select(n => new NewEvent(
            Guid.NewGuid(), new HeadlineChanged(new(null, $"Headline {n}"), null, null), new("user:other")));
        await ledger.Store.AppendAsync(new(story, "story", ExpectedVersion.Any, [.. changes]), Cancel);
    }

    /// <summary>Loads the story in a process of its own, and holds it to what all of its events come to.</summary>
    private async Task<int> ReadsOfLoadAsync()
    {
        var store = new InterposedStore();
        await using var reader = Another.Ledger(ledger, store);
        var loaded = await reader.Services.GetRequiredService<StoryRepository>().LoadAsync(story, Cancel);
        var events = await ledger.Store.ReadStreamAsync(story, StreamRange.All, Cancel).ToListAsync(Cancel);
        var folded = events.Aggregate(
            StoryState.Initial, (state, recorded) => state.Evolve((StoryEvent)recorded.Data));

        Assert.Equal(SnapshotFormat.Write(folded), SnapshotFormat.Write(loaded.State));
        Assert.Equal((events[^1].Version, events[^1].Position), (loaded.Version, loaded.Position));
        return store.TakeReads();
    }

    private static ChangeHeadline Headline(int n) =>
        new($"Headline {n}", null, null) { Story = "harbour-wall", Actor = TestLedger.Editor };
}
