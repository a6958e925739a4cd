using System.Buffers.Binary;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Notes;

public sealed class CheckpointTests
{
    // The text of the example in tlog-cosignature.
    private const string Text =
        "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static readonly DateTimeOffset Time = DateTimeOffset.FromUnixTimeSeconds(1_679_315_147);

    [Fact]
    public void A_checkpoint_is_three_lines()
    {
        var checkpoint = Checkpoint.Parse(Text);

        Assert.Equal("example.com/behind-the-sofa", checkpoint.Origin);
        Assert.Equal(20_852_163, checkpoint.Size);
        Assert.Equal("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", checkpoint.Root.ToBase64());
        Assert.Empty(checkpoint.Extensions);
        Assert.Equal(Text, checkpoint.ToText());
        Assert.Equal(Text + "more\n", Checkpoint.Parse(Text + "more\n").ToText());
        Assert.Equal("o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
            new Checkpoint("o", 0, MerkleTree.EmptyRoot).ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("example.com\n1\n")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxqw==\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=")]
    [InlineData("example.com\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nmore\n")]
    public void What_is_no_checkpoint_is_refused(string text) =>
        Assert.Throws<FormatException>(() => Checkpoint.Parse(text));

    [Fact]
    public void A_cosignature_is_over_its_time_and_the_checkpoint()
    {
        var key = Ed25519.Key(new byte[32]);
        var witness = new Cosigner("witness.example/w1", key, new FixedClock(Time));
        var signature = witness.Sign(Text);

        // Written out by hand.
        var message = "cosignature/v1\ntime 1679315147\n" + Text;
        byte[] expected =
            [0, 0, 0, 0, .. BitConverter.GetBytes(BinaryPrimitives.ReverseEndianness(1_679_315_147)),
                .. key.Sign(System.Text.Encoding.UTF8.GetBytes(message))];
        Assert.Equal(expected, signature.Bytes.ToArray());
        Assert.Equal(Time, Cosignature.TimeOf(signature));

        var known = Ed25519.Verifier(witness.Key.ToString());
        var note = SignedNote.Parse(new SignedNote(Text, [signature]).ToBytes());
        Assert.Single(note.Verify(known));
        Assert.Throws<BadSignatureException>(() => (note with { Text = Text + "more\n" }).Verify(known));
        expected[7] ^= 1;
        Assert.Throws<BadSignatureException>(
            () => (note with { Signatures = [signature with { Bytes = expected }] }).Verify(known));
    }

    [Fact]
    public void One_key_signs_under_another_id_as_a_witness()
    {
        var key = Ed25519.Key(new byte[32]);
        Assert.NotEqual(
            new NoteSigner("a.example", key).Key.Id, new Cosigner("a.example", key, TimeProvider.System).Key.Id);
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
