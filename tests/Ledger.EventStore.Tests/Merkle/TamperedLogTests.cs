using Ledger.EventStore.Postgres.Merkle;

namespace Ledger.EventStore.Tests.Merkle;

/// <summary>What somebody has done to the tables behind the program's back: nothing is signed over it.</summary>
public sealed class TamperedLogTests
{
    private const int Size = 70_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update log.leaves set hash = sha256('x') where position = 69999", "has the root")]
    [InlineData("update log.leaves set hash = 'x' where position = 69999", "bytes")]
    [InlineData("delete from log.leaves where position = 70000", "There is no leaf at position 70000")]
    [InlineData("delete from log.leaves where position > 69000", "There is no leaf at position")]
    [InlineData("delete from log.leaves where position = 69990", "There is no leaf at position 69990")]
    [InlineData("update log.tiles set root = sha256('x') where level = 0 and number = 272", "has the root")]
    [InlineData("delete from log.tiles where level = 0 and number = 272", "There is no tile tile/0/272")]
    [InlineData("update log.tiles set root = sha256('x') where level = 1 and number = 0", "has the root")]
    [InlineData("update log.checkpoints set root = sha256('x')", "does not say what its note says")]
    [InlineData("update log.checkpoints set size = 69999", "does not say what its note says")]
    [InlineData("update log.checkpoints set note = replace(note, '70000', '69999')", "does not")]
    [InlineData("update log.checkpoints set note = 'nothing'", "is not what was signed")]
    [InlineData("delete from log.leaves where position = 70001", "There is no leaf at position 70001")]
    [InlineData("update log.leaves set hash = 'x' where position = 70002", "is no hash")]
    public async Task Nothing_is_signed_over_what_does_not_extend_the_last_checkpoint(string statement, string reason)
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AddLeavesAsync(Size);
        await log.PublishAsync();
        await log.AddLeavesAsync(Size + 10);

        await log.TamperAsync(statement);
        var refused = await Assert.ThrowsAsync<LogIntegrityException>(log.PublishAsync);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Single(await log.Tree.ReadCheckpointsAsync(0, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task The_fault_is_told_without_a_key()
    {
        await using var log = await SignedLog.CreateAsync();
        var watcher = new CheckpointPublisher(log.Log.Source, new(null, null, "unused"));
        Assert.Null(await watcher.FindFaultAsync(Token));
        await log.AddLeavesAsync(7);
        await log.PublishAsync();
        Assert.Null(await watcher.FindFaultAsync(Token));

        await log.TamperAsync("update log.leaves set hash = sha256('x') where position = 3");
        Assert.Contains("has the root", await watcher.FindFaultAsync(Token), StringComparison.Ordinal);
    }
}
