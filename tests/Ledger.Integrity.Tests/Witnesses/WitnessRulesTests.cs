using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Tests.Trees;
using Ledger.Integrity.Trees;
using Ledger.Integrity.Witnesses;

namespace Ledger.Integrity.Tests.Witnesses;

public sealed class WitnessRulesTests
{
    private const string Origin = "log.example/stories";

    private static readonly NoteSigner Log = new(Origin, Ed25519.Key(new byte[32]));
    private static readonly INoteVerifier Known = Ed25519.Verifier(Log.Key.ToString());
    private static readonly MemoryTiles Truth = MemoryTiles.Of(NaiveTree.Leaves(300));

    // The same log with another leaf 150, which its owner signs as well.
    private static readonly MemoryTiles Fork = MemoryTiles.Of(
        [.. NaiveTree.Leaves(150), [9], .. NaiveTree.Leaves(300).Skip(151)]);

    [Fact]
    public void A_log_that_grows_is_cosigned_step_by_step()
    {
        Checkpoint? last = null;
        foreach (var size in new[] { 0, 1, 100, 100, 256, 300 })
        {
            var answer = Decide(Request(Truth, last?.Size ?? 0, size), last);
            last = Assert.IsType<WitnessAnswer.Accepted>(answer).Checkpoint;
            Assert.Equal(size, last.Size);
        }
    }

    [Theory]
    [InlineData(151)]
    [InlineData(200)]
    [InlineData(256)]
    [InlineData(300)]
    public void A_forked_history_is_refused(int size)
    {
        var last = Of(Truth, 200);

        Assert.IsType<WitnessAnswer.Accepted>(Decide(Request(Fork, 0, 200), null));
        if (size >= 200)
            Assert.Equal(422, Decide(Request(Fork, 200, size), last).Status);

        // Told of a size that the fork shares with the truth, it says which one it has cosigned.
        Assert.Equal(new WitnessAnswer.Conflict(200), Decide(Request(Fork, 150, size), last));
        Assert.Equal(new WitnessAnswer.Conflict(200), Decide(Request(Fork, 0, size), last));
    }

    [Fact]
    public void A_rollback_is_refused()
    {
        var last = Of(Truth, 200);

        Assert.Equal(new WitnessAnswer.Conflict(200), Decide(Request(Truth, 100, 150), last));
        var claimed = Request(Truth, 150, 150) with { Old = 200 };
        Assert.Equal(400, Decide(claimed, last).Status);
    }

    [Fact]
    public void What_the_log_did_not_sign_is_refused()
    {
        var stranger = new NoteSigner(Origin, Ed25519.Key(Enumerable.Repeat((byte)1, 32).ToArray()));
        var other = new NoteSigner("other.example", Ed25519.Key(new byte[32]));
        var request = Request(Truth, 0, 10);

        Assert.Equal(403, Decide(request with { Note = SignedNote.Sign(request.Note.Text, stranger) }, null).Status);
        var forged = request.Note with { Text = Of(Truth, 11).ToText() };
        Assert.Equal(403, Decide(request with { Note = forged }, null).Status);
        var elsewhere = new Checkpoint("other.example", 10, Of(Truth, 10).Root).ToText();
        Assert.Equal(404, Decide(request with { Note = SignedNote.Sign(elsewhere, other) }, null).Status);
    }

    [Fact]
    public void A_proof_that_is_not_needed_or_not_right_is_refused()
    {
        var request = Request(Truth, 100, 200);
        var last = Of(Truth, 100);

        Assert.Equal(422, Decide(request with { Proof = [] }, last).Status);
        Assert.Equal(422, Decide(request with { Proof = [.. request.Proof.Reverse()] }, last).Status);
        Assert.Equal(422, Decide(Request(Truth, 0, 10) with { Proof = [last.Root] }, null).Status);
        var empty = SignedNote.Sign(new Checkpoint(Origin, 0, last.Root).ToText(), Log);
        Assert.Equal(422, Decide(new(0, [], empty), null).Status);
    }

    [Fact]
    public void A_request_is_text()
    {
        var request = Request(Truth, 100, 200);
        var text = request.ToString();

        Assert.StartsWith($"old 100\n{request.Proof[0].ToBase64()}\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\n\n{request.Note}", text, StringComparison.Ordinal);
        Assert.Equal(text, AddCheckpoint.Parse(text).ToString());
        Assert.Equal(200, Decide(AddCheckpoint.Parse(text), Of(Truth, 100)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("old 1\n")]
    [InlineData("new 1\n\n")]
    [InlineData("old 01\n\n")]
    [InlineData("old -1\n\n")]
    [InlineData("old 1\nAAAA\n\n")]
    [InlineData("old 1\n\nno note\n")]
    public void What_is_no_request_is_refused(string text) =>
        Assert.Throws<FormatException>(() => AddCheckpoint.Parse(text));

    [Fact]
    public void More_than_63_hashes_are_not_read()
    {
        var request = Request(Truth, 100, 200) with { Proof = [.. Enumerable.Repeat(MerkleTree.EmptyRoot, 64)] };
        Assert.Throws<FormatException>(() => AddCheckpoint.Parse(request.ToString()));
    }

    private static WitnessAnswer Decide(AddCheckpoint request, Checkpoint? last) =>
        WitnessRules.Decide(request, [Known], origin => origin == Origin ? last : null);

    private static Checkpoint Of(MemoryTiles tiles, int size) =>
        new(Origin, size, new TiledTree(tiles, size).RootAsync(default).GetAwaiter().GetResult());

    private static AddCheckpoint Request(MemoryTiles tiles, long old, int size) => new(
        old,
        old > size ? [] : new TiledTree(tiles, size).ProveConsistencyAsync(old, default).GetAwaiter().GetResult(),
        SignedNote.Sign(Of(tiles, size).ToText(), Log));
}
