using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;
using Ledger.Integrity.Tests.Trees;
using Ledger.Integrity.Trees;

namespace Ledger.Integrity.Tests.Notes;

public sealed class TlogProofTests
{
    private const string Origin = "log.example/stories";
    private const int Size = 300;
    private const int Index = 41;

    private static readonly byte[][] Leaves = NaiveTree.Leaves(Size);
    private static readonly NoteSigner Log = new NoteSigner(Origin, Ed25519.Key(new byte[32]));
    private static readonly INoteVerifier Known = Ed25519.Verifier(Log.Key.ToString());

    [Fact]
    public void A_proof_is_text_that_is_checked_without_the_log()
    {
        var text = Prove().ToString();

        // The form of the specification, written out.
        var hashes = NaiveTree.Hashes(NaiveTree.Path(Index, Leaves)).Select(hash => hash.ToBase64() + "\n");
        var root = Convert.ToBase64String(NaiveTree.Root(Leaves));
        Assert.StartsWith(
            $"c2sp.org/tlog-proof@v1\nextra {Convert.ToBase64String(Leaves[Index])}\nindex 41\n"
            + $"{string.Concat(hashes)}\n"
            + $"{Origin}\n300\n{root}\n\n— {Origin} ", text, StringComparison.Ordinal);

        var read = TlogProof.Parse(text);
        Assert.Equal(text, read.ToString());
        var signed = new Checkpoint(Origin, Size, new(NaiveTree.Root(Leaves)));
        Assert.Equal(signed, read.Check(read.Extra!.Value.Span, Known));
    }

    [Fact]
    public void A_proof_may_have_no_extra_data_and_no_hash()
    {
        var leaf = MemoryTiles.Of(Leaves[..1]);
        var note = SignedNote.Sign(new Checkpoint(Origin, 1, leaf.Tree.Root()).ToText(), Log);
        var read = TlogProof.Parse(new TlogProof(null, 0, [], note).ToString());

        Assert.Null(read.Extra);
        Assert.Equal(1, read.Check(Leaves[0], Known).Size);
    }

    [Fact]
    public void What_is_not_proved_is_said()
    {
        var proof = Prove();

        Expect("is not at the index", () => proof.Check(Leaves[0], Known));
        Expect("is not at the index", () => (proof with { Index = 40 }).Check(Leaves[Index], Known));
        Expect("whose key was not given", () => proof.Check(Leaves[Index]));
        var namesake = new NoteSigner(Origin, Ed25519.Key(Enumerable.Repeat((byte)1, 32).ToArray()));
        Expect("has signed", () => proof.Check(Leaves[Index], Ed25519.Verifier(namesake.Key.ToString())));
        var altered = proof.Checkpoint with { Text = new Checkpoint(Origin, Size, MerkleTree.EmptyRoot).ToText() };
        Expect("does not verify", () => (proof with { Checkpoint = altered }).Check(Leaves[Index], Known));
    }

    [Fact]
    public void A_byte_that_is_altered_is_found_wherever_it_is()
    {
        var text = Prove().ToString();
        for (var at = 0; at < text.Length; at++)
        {
            // A letter in the other case, or another character: in base64 as in words, it is another text.
            var other = char.IsAsciiLetter(text[at]) ? (char)(text[at] ^ 0x20) : '7';
            if (other == text[at])
                continue;

            var altered = $"{text[..at]}{other}{text[(at + 1)..]}";
            Assert.False(IsProved(altered), $"altered at {at}: {altered}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("c2sp.org/tlog-proof@v1\n")]
    [InlineData("c2sp.org/tlog-proof@v2\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 00\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra ?\nindex 0\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nextra AAAA\n\n")]
    [InlineData("c2sp.org/tlog-proof@v1\nindex 0\n\nlog.example\n0\n")]
    public void What_is_no_proof_is_refused(string text) =>
        Assert.Throws<FormatException>(() => TlogProof.Parse(text));

    private static TlogProof Prove()
    {
        var tiles = MemoryTiles.Of(Leaves);
        var note = SignedNote.Sign(new Checkpoint(Origin, Size, tiles.Tree.Root()).ToText(), Log);
        var hashes = new TiledTree(tiles, Size).ProveInclusionAsync(Index, default).GetAwaiter().GetResult();
        return TlogProof.Parse(new TlogProof(Leaves[Index], Index, hashes, note).ToString());
    }

    private static void Expect(string reason, Action check) =>
        Assert.Contains(reason, Assert.Throws<ProofException>(check).Message, StringComparison.Ordinal);

    private static bool IsProved(string text)
    {
        try
        {
            var proof = TlogProof.Parse(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
            proof.Check(proof.Extra is { } leaf ? leaf.Span : [], Known);
            return true;
        }
        catch (Exception e) when (e is FormatException or ProofException)
        {
            return false;
        }
    }
}
