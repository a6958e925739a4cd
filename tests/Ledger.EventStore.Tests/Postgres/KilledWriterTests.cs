using System.Globalization;
using Ledger.Application;
using Ledger.EventStore.Postgres;
using Ledger.Testing;

namespace Ledger.EventStore.Tests.Postgres;

/// <summary>Rule 7 (and 1 to 3) against SIGKILL at every moment of an append.</summary>
public sealed class KilledWriterTests
{
    private static readonly Guid Stream = Guid.Parse("0193a000-0000-7000-8000-00000000000a");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_writer_killed_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half_written()
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open(LedgerEvents.Catalogue);
        var killed = 0;
        await Victims.ForEachMomentAsync(async moment =>
        {
            var result = await Victims.RunAsync("append", log.ConnectionString, moment, Stream.ToString());
            killed += result.Survived ? 0 : 1;
            await AssertWholeAsync(store, result.Acknowledged);
            return result;
        });

        // Each of the three appends has at least a beginning and an end.
        Assert.True(killed >= 6, $"The writer was killed at {killed} moments only.");
    }

    [Fact]
    public async Task A_writer_killed_while_the_server_works_for_it_leaves_all_or_nothing()
    {
        await using var log = await PostgresLog.CreateAsync();
        var store = log.Open(LedgerEvents.Catalogue);
        await using (var holding = await log.HoldAppendLockAsync())
        {
            using var victim = Victims.Start("append", log.ConnectionString, killAt: 0, Stream.ToString());
            await log.WaitUntilBlockedAsync(1);
            victim.Kill();
            await victim.WaitForExitAsync(Token);
        }

        // The server finds out that nobody is there to hear it only when it has done its work: wait in line behind it.
        await using (await log.HoldAppendLockAsync())
            await AssertWholeAsync(store, []);
    }

    private static async Task AssertWholeAsync(PostgresEventStore store, IReadOnlyList<string> acknowledged)
    {
        var events = await store.ReadAllAsync(0, null, Token).ToListAsync(Token);
        var numbers = Enumerable.Range(1, events.Count).Select(n => (long)n).ToList();
        Assert.Equal(numbers, events.Select(e => e.Position));
        Assert.Equal(numbers, events.Select(e => e.Version));
        Assert.Equal(0, events.Count % 2);
        foreach (var version in numbers.Where(n => n % 2 == 0))
            Assert.Equal(Stream, await store.FindByKeyAsync(KeyOf(version), Token));

        Assert.Null(await store.FindByKeyAsync(KeyOf(events.Count + 2), Token));
        Assert.All(acknowledged, version =>
            Assert.InRange(long.Parse(version, CultureInfo.InvariantCulture), 1, events.Count));
    }

    private static string KeyOf(long version) => string.Create(CultureInfo.InvariantCulture, $"pair:{version}");
}
