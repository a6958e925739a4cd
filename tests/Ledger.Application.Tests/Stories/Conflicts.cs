using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.Testing;

namespace Ledger.Application.Tests.Stories;

public sealed class Conflicts
{
    [Fact]
    public async Task A_writer_who_has_seen_an_older_version_learns_both_and_writes_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish());
        await ledger.DoneAsync(Headline("Another headline"));

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.Send(Headline("A third headline") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 2), (conflict.Expected.Value, conflict.Actual));
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task A_writer_without_a_version_decides_again_on_what_another_has_written()
    {
        var store = new InterposedStore();
        await using var ledger = await TestLedger.CreateAsync(store.Interpose);
        await ledger.DoneAsync(Given.Publish());
        store.BeforeNextAppend = () => store.AppendHeadlineAsync("harbour-wall", "Another headline");

        var done = await ledger.DoneAsync(Headline("A third headline"));

        Assert.Equal(3, done.Version);
        Assert.Equal(
            new HeadlineChanged(new("Another headline", "A third headline"), null, null),
            Assert.IsType<HeadlineChanged>((await ledger.LogAsync())[^1].Data) with { Substance = null });
    }

    [Fact]
    public async Task A_writer_with_a_version_is_told_of_another_who_was_first_between_look_and_write()
    {
        var store = new InterposedStore();
        await using var ledger = await TestLedger.CreateAsync(store.Interpose);
        await ledger.DoneAsync(Given.Publish());
        store.BeforeNextAppend = () => store.AppendHeadlineAsync("harbour-wall", "Another headline");

        var conflict = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            () => ledger.Send(Headline("A third headline") with { ExpectedVersion = 1 }));

        Assert.Equal((1, 2), (conflict.Expected.Value, conflict.Actual));
        Assert.Equal(2, await ledger.HeadAsync());
    }

    [Fact]
    public async Task Many_writers_of_one_story_lose_nothing()
    {
        await using var ledger = await TestLedger.CreateAsync();
        await ledger.DoneAsync(Given.Publish());

        var outcomes = await Task.WhenAll(
            Enumerable.Range(1, 4).Select(n => ledger.DoneAsync(Headline($"Headline {n}"))));

        Assert.Equal([2, 3, 4, 5], outcomes.Select(done => done.Version).Order());
        Assert.Equal(5, await ledger.HeadAsync());
    }

    private static ChangeHeadline Headline(string headline) =>
        new(headline, null, null) { Story = "harbour-wall", Actor = TestLedger.Editor };
}
