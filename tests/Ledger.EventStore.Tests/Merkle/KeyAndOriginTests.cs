using Ledger.EventStore.Postgres.Merkle;
using Ledger.Integrity.Notes;

namespace Ledger.EventStore.Tests.Merkle;

public sealed class KeyAndOriginTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_is_added_signs_beside_the_old_one_which_may_then_go()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.AppendAsync(1);
        await log.PublishAsync();

        log.Keys.Add(SignedLog.Key(2));
        var both = await log.PublishAsync();
        Assert.Equal((2, 1), (both.Number, both.Size));
        Assert.Equal(2, SignedNote.Parse(both.Note).Verify(log.Keys.Select(key => key.Verifier)).Count);

        log.Keys.RemoveAt(0);
        Assert.Equal(both, await log.PublishAsync());
        await log.AppendAsync(1);
        var alone = SignedNote.Parse((await log.PublishAsync()).Note);
        Assert.Single(alone.Verify(SignedLog.Key(2).Verifier));
        Assert.Empty(alone.Verify(SignedLog.Key(1).Verifier));
    }

    [Fact]
    public async Task A_key_that_did_not_sign_the_last_checkpoint_does_not_go_on_alone()
    {
        await using var log = await SignedLog.CreateAsync();
        await log.PublishAsync();
        log.Keys[0] = SignedLog.Key(2);
        await log.AppendAsync(1);

        var refused = await Assert.ThrowsAsync<LogKeysException>(log.PublishAsync);
        Assert.Contains("None of the keys here has signed", refused.Message, StringComparison.Ordinal);
        log.Keys.Clear();
        await Assert.ThrowsAsync<LogKeysException>(log.PublishAsync);
        Assert.Equal(0, (await log.Tree.FindLastCheckpointAsync(Token))!.Size);
    }

    [Fact]
    public async Task The_origin_is_that_of_the_first_use_for_ever()
    {
        await using var log = await SignedLog.CreateAsync();
        var first = new CheckpointPublisher(log.Log.Source, new(null, null, "first.example"));
        Assert.Equal("first.example", await first.KeepOriginAsync(Token));

        var again = new CheckpointPublisher(log.Log.Source, new(null, null, "second.example"));
        Assert.Equal("first.example", await again.KeepOriginAsync(Token));
        var refused = await Assert.ThrowsAsync<LogKeysException>(log.PublishAsync);
        Assert.Contains("'first.example' for all its life", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_that_name_it_at_once_one_does()
    {
        await using var log = await SignedLog.CreateAsync();
        var kept = await Task.WhenAll(Enumerable.Range(0, 16).Select(n =>
            new CheckpointPublisher(log.Log.Source, new(null, null, $"{n}.example")).KeepOriginAsync(Token)));

        Assert.Single(kept.Distinct());
    }
}
