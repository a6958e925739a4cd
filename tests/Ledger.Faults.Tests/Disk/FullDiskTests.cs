using Ledger.Application;
using Ledger.Domain.Stories;
using Ledger.EventStore;
using Ledger.EventStore.Postgres;
using Ledger.Hosting.Embedded;
using Ledger.Testing;
using Npgsql;

namespace Ledger.Faults.Tests.Disk;

public sealed class FullDiskTests
{
    private const int Room = 12 << 20;

    private static readonly Guid Stream = Guid.Parse("0193a000-0000-7000-8000-00000000000d");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_full_disk_is_said_clearly_loses_nothing_and_is_got_over_without_a_restart()
    {
        using var disk = SmallDisk.TryMake(mebibytes: 220);
        Assert.SkipWhen(disk is null, "A small disk can be made by root alone, and not in every container.");

        await using var cluster = await EmbeddedPostgres.StartAsync(Path.Combine(disk.Folder, "ledger"), Token);
        await using var database = NpgsqlDataSource.Create(cluster.ConnectionString);
        await using var store = new PostgresEventStore(database, LedgerEvents.Catalogue);
        await store.MigrateAsync(Token);
        var acknowledged = await AppendAsync(store);

        disk.LeaveOnly(Room);
        var full = await Assert.ThrowsAsync<EventStoreUnavailableException>(async () =>
        {
            while (true)
                acknowledged = await AppendAsync(store);
        });
        Assert.NotEmpty(full.Message);

        disk.MakeRoom();
        var after = await Eventually.SucceedsAsync(() => AppendAsync(store), e => e is EventStoreUnavailableException);
        Assert.True(after > acknowledged);
        Assert.Equal(after, (await store.ReadAllAsync(0, null, Token).CountAsync(Token)));
        Assert.Empty(await LogChecks.FindFaultsAsync(database));
    }

    private static async Task<long> AppendAsync(PostgresEventStore store)
    {
        // Letters drawn by chance do not compress, so that the disk is soon full.
        var text = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(60_000));
        var e = new SlugChanged("before", text, Reason: null);
        var result = await store.AppendAsync(
            new(Stream, "story", ExpectedVersion.Any, [new(Guid.CreateVersion7(), e, new("user:ada"))]), Token);
        return result.Position;
    }
}
