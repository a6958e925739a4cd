using Ledger.EventStore.Postgres.Verifying;
using Ledger.EventStore.Verifying;
using Ledger.Integrity.Notes;

namespace Ledger.EventStore.Tests.Merkle;

/// <summary>Somebody alters the tree, or the leaves with their events; where it went another way is told.</summary>
public sealed class TreeDrills : IAsyncLifetime
{
    private SignedLog log = null!;

    /// <summary>Checkpoints of 100, 300 and 600 leaves, by a key and then by two.</summary>
    public async ValueTask InitializeAsync()
    {
        log = await SignedLog.CreateAsync();
        foreach (var size in new[] { 100, 300, 600 })
        {
            await log.AddLeavesAsync(size);
            await log.PublishAsync();
            if (size == 300)
                log.Keys.Add(SignedLog.Key(2));
        }
    }

    public ValueTask DisposeAsync() => log.DisposeAsync();

    [Theory]
    [InlineData("update log.tiles set root = sha256(root) where number = 1",
        "tile 0/1 is missing, or is not the hash over what it stands for")]
    [InlineData("delete from log.tiles where number = 0",
        "tile 0/0 is missing, or is not the hash over what it stands for")]
    [InlineData("insert into log.tiles values (1, 0, '')", "tile 1/0 is there, and no checkpoint has a tree with it")]
    [InlineData("update log.leaves set hash = sha256(hash) where position = 99",
        "checkpoint 1 was signed over other events than the log has")]
    [InlineData("update log.leaves set hash = sha256(hash) where position = 200",
        "checkpoint 2 was signed over other events than the log has: one of 1 to 256 was altered with its leaf")]
    [InlineData("update log.leaves set hash = sha256(hash) where position = 512",
        "checkpoint 3 was signed over other events than the log has: one of 257 to 512 was altered with its leaf")]
    [InlineData("delete from log.leaves where position > 590",
        "checkpoint 3 was signed over 600 events, and the log has 590 leaves")]
    [InlineData("update log.checkpoints set size = 299 where number = 2",
        "checkpoint 2 has a row that does not say what its note says")]
    [InlineData("update log.checkpoints set root = sha256(root) where number = 1",
        "checkpoint 1 has a row that does not say what its note says")]
    [InlineData("update log.checkpoints set note = 'x' || note where number = 2",
        "checkpoint 2 is not what was signed: its text or its signature was altered")]
    [InlineData(
        "update log.checkpoints set size = 298, note = replace(note, E'\\n300\\n', E'\\n298\\n') where number = 2",
        "checkpoint 2 is not what was signed: its text or its signature was altered")]
    [InlineData("update log.checkpoints set note = 'nothing' where number = 3",
        "checkpoint 3 has a note that cannot be read: it was altered")]
    [InlineData("delete from log.checkpoints where number = 2", "checkpoint 3 comes after checkpoint 1")]
    [InlineData("update log.identity set origin = 'elsewhere'",
        "log.identity does not say the origin that was signed, 'log.example/test'")]
    public async Task What_was_altered_is_named_and_nothing_else(string tampering, string expected)
    {
        Assert.Empty(await CheckAsync());

        await log.TamperAsync(tampering);

        Assert.Equal([expected], await CheckAsync());
    }

    [Fact]
    public async Task A_log_that_grew_extends_every_checkpoint_that_somebody_kept()
    {
        await foreach (var checkpoint in log.Tree.ReadCheckpointsAsync(0, TestContext.Current.CancellationToken))
            Assert.Empty(await CheckAsync(SignedNote.Parse(checkpoint.Note)));
    }

    [Fact]
    public async Task A_backup_that_was_put_in_the_place_of_the_log_does_not_extend_what_was_kept()
    {
        var kept = await log.PublishAsync();
        await log.TamperAsync("""
            delete from log.leaves where position > 300; delete from log.checkpoints where size > 300;
            delete from log.tiles where number = 1
            """);
        Assert.Empty(await CheckAsync());

        Assert.Equal(
            ["the checkpoint that was kept was signed over 600 events, and the log has 300 leaves"],
            await CheckAsync(SignedNote.Parse(kept.Note)));
    }

    [Fact]
    public async Task A_log_that_was_written_anew_with_the_same_key_does_not_extend_what_was_kept()
    {
        var kept = await log.PublishAsync();
        await using var other = await SignedLog.CreateAsync();
        await other.AppendAsync(1);
        await other.AddLeavesAsync(700);
        await other.PublishAsync();

        var found = await new TreeCheck(other.Log.Source, other, [], SignedNote.Parse(kept.Note))
            .RunAsync(null, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            ["the checkpoint that was kept was signed over other events than the log has"], found.Select(Sentence));
    }

    private async Task<IReadOnlyList<string>> CheckAsync(SignedNote? kept = null)
    {
        var check = new TreeCheck(log.Log.Source, log, [], kept);
        return await check.RunAsync(null, TestContext.Current.CancellationToken)
            .Select(Sentence).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static string Sentence(Finding finding) => $"{finding.Where} {finding.What}";
}
