using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.EventStore.Tests.Merkle;

public sealed class PublishingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_checkpoint_signs_every_event_that_is_there()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(5);

        var published = await log.PublishAsync();
        var note = SignedNote.Parse(published.Note);
        var checkpoint = Checkpoint.Parse(note.Text);

        Assert.Equal(new Checkpoint(SignedLog.Origin, 5, await log.RootAsync(5)), checkpoint);
        Assert.Single(note.Verify(log.Keys[0].Verifier));
        Assert.Equal((1, 5, checkpoint.Root), (published.Number, published.Size, published.Root));
        Assert.Equal(published, await log.Tree.FindLastCheckpointAsync(Token));
    }

    [Fact]
    public async Task An_empty_log_has_a_checkpoint_too()
    {
        await using var log = await SignedLog.CreateAsync();

        Assert.Equal(MerkleTree.EmptyRoot, (await log.PublishAsync()).Root);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_has_changed()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(3);

        Assert.Equal(await log.PublishAsync(), await log.PublishAsync());
        Assert.Single(await log.Tree.ReadCheckpointsAsync(0, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Every_checkpoint_extends_the_one_before()
    {
        await using var log = await SignedLog.CreateAsync();
        foreach (var size in new[] { 1, 2, 255, 256, 257, 300, 65_535, 65_536, 70_000, 400_000 })
        {
            await log.AddLeavesAsync(size);
            await log.PublishAsync();
        }

        var checkpoints = await log.Tree.ReadCheckpointsAsync(0, Token).ToListAsync(Token);

        // The last came in two steps.
        Assert.Equal([1, 2, 255, 256, 257, 300, 65_535, 65_536, 70_000, 70_000 + (1 << 18), 400_000],
            checkpoints.Select(checkpoint => checkpoint.Size));
        Assert.Equal(Enumerable.Range(1, 11), checkpoints.Select(checkpoint => (int)checkpoint.Number));
        foreach (var checkpoint in checkpoints)
            Assert.Equal(await log.RootAsync(checkpoint.Size), checkpoint.Root);

        foreach (var (before, after) in checkpoints.Zip(checkpoints.Skip(1)))
        {
            var proof = await new TiledTree(log.Tree, after.Size).ProveConsistencyAsync(before.Size, Token);
            Assert.True(ProofCheck.Extends(before.Root, before.Size, after.Root, after.Size, proof));
        }
    }

    [Fact]
    public async Task Many_publishers_and_writers_at_once_make_one_line_of_checkpoints()
    {
        await using var log = await SignedLog.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async n =>
        {
            for (var round = 0; round < 5; round++)
            {
                await log.AppendAsync(n + 1);
                await log.PublishAsync();
            }
        }));

        var checkpoints = await log.Tree.ReadCheckpointsAsync(0, Token).ToListAsync(Token);
        Assert.Equal(180, checkpoints[^1].Size);
        Assert.Equal(Enumerable.Range(1, checkpoints.Count), checkpoints.Select(checkpoint => (int)checkpoint.Number));
        Assert.Equal(checkpoints.Select(checkpoint => checkpoint.Size).Order().Distinct(),
            checkpoints.Select(checkpoint => checkpoint.Size));
        foreach (var checkpoint in checkpoints)
            Assert.Equal(await log.RootAsync(checkpoint.Size), checkpoint.Root);
    }

    [Fact]
    public async Task Publishing_waits_for_no_append_and_appending_for_no_publisher()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(2);
        await using (await log.Log.HoldAppendLockAsync())
            Assert.Equal(2, (await log.PublishAsync()).Size);

        await using var publishing = await log.Log.Source.OpenConnectionAsync(Token);
        await using var transaction = await publishing.BeginTransactionAsync(Token);
        await using var hold = publishing.CreateCommand();
        hold.CommandText = "lock table log.checkpoints, log.tiles, log.identity in access exclusive mode";
        await hold.ExecuteNonQueryAsync(Token);
        await log.AppendAsync(1).WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [Fact]
    public async Task Every_event_is_proved_by_its_leaf()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(300);
        var checkpoint = await log.PublishAsync();

        foreach (var position in new long[] { 1, 2, 255, 256, 257, 300 })
        {
            var proof = TlogProof.Parse((await log.Tree.ProveAsync(position, checkpoint, Token)).ToString());
            Assert.Equal(300, proof.Check(proof.Extra!.Value.Span, log.Keys[0].Verifier).Size);
            Assert.Contains($"\"position\":{position},",
                System.Text.Encoding.UTF8.GetString(proof.Extra.Value.Span), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_event_is_found_by_its_id()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(20);
        var finder = new EventFinder(log.Log.Source);
        await foreach (var leaf in log.Tree.ReadLeavesAsync(0, 20, Token))
            Assert.Equal(leaf.Position, await finder.FindAsync(leaf.EventId, everywhere: true, Token));

        var timed = Guid.CreateVersion7();
        await log.Log.ExecuteAsync(Postgres.PostgresLog.ForeignEvent(position: 21, version: 21)
            .Replace("gen_random_uuid()", $"'{timed}'", StringComparison.Ordinal));
        Assert.Equal(21, await finder.FindAsync(timed, everywhere: false, Token));
        Assert.Null(await finder.FindAsync(Guid.CreateVersion7(), everywhere: true, Token));
        Assert.Null(await finder.FindAsync(Guid.AllBitsSet, everywhere: false, Token));
        Assert.Null(await finder.FindAsync(
            Guid.Parse("ffffffff-ffff-7fff-8fff-ffffffffffff"), everywhere: false, Token));
    }
}
