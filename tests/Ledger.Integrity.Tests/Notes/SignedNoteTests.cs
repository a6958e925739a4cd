using System.Text;
using Ledger.Hosting.Signing;
using Ledger.Integrity.Notes;

namespace Ledger.Integrity.Tests.Notes;

public sealed class SignedNoteTests
{
    // The example of the specification.
    private const string Vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private const string Line = "— example.com/foo "
        + "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=";

    private const string Text = "This is an example message.\n";
    private const string Note = Text + "\n" + Line + "\n";

    private static readonly NoteSigner Ours = new NoteSigner("example.com/ours", Ed25519.Key(new byte[32]));

    [Fact]
    public void Keys_of_all_ids_can_stand_in_a_set()
    {
        // The ids are as good as random, and every second one has its highest bit.
        var keys = Enumerable.Range(0, 64)
            .Select(n => new VerifierKey($"log{n}.example", SignatureType.Ed25519, new byte[32]))
            .ToHashSet();

        Assert.Equal(64, keys.Count);
        Assert.Contains(keys, key => key.Id > int.MaxValue);
        Assert.All(keys, key => Assert.Contains(VerifierKey.Parse($"{key}"), keys));
    }

    [Fact]
    public void The_note_of_the_standard_is_verified()
    {
        var note = SignedNote.Parse(Note);

        Assert.Equal(Text, note.Text);
        Assert.Equal(note.Signatures, note.Verify(Ed25519.Verifier(Vkey)));
        Assert.Equal(Note, note.ToString());
        Assert.Equal(Vkey, VerifierKey.Parse(Vkey).ToString());
    }

    [Fact]
    public void A_note_with_other_words_is_refused() => Assert.Throws<BadSignatureException>(() =>
        SignedNote.Parse(Note.Replace("example message", "Example message", StringComparison.Ordinal))
            .Verify(Ed25519.Verifier(Vkey)));

    [Fact]
    public void Signatures_of_unknown_keys_are_passed_over_even_under_a_known_name()
    {
        var known = Ed25519.Verifier(Ours.Key.ToString());
        var namesake = new NoteSigner(Ours.Key.Name, Ed25519.Key(Enumerable.Repeat((byte)9, 32).ToArray()));
        var note = SignedNote.Sign(Text, namesake, Ours).With(SignedNote.Parse(Note).Signatures);

        Assert.Equal([Ours.Sign(Text)], SignedNote.Parse(note.ToBytes()).Verify(known));
        Assert.Empty(note.Verify());
        Assert.Empty(SignedNote.Sign(Text, namesake).Verify(known));
    }

    [Fact]
    public void A_signature_that_claims_a_known_key_falsely_spoils_the_note()
    {
        var forged = new NoteSignature(Ours.Key.Name, Ours.Key.Id, new byte[64]);
        var note = SignedNote.Sign(Text, Ours).With([forged]);

        Assert.Throws<BadSignatureException>(() => note.Verify(Ed25519.Verifier(Ours.Key.ToString())));
    }

    [Fact]
    public void A_hundred_signatures_are_read()
    {
        var many = Enumerable.Range(0, 100).Select(n => new NoteSigner($"example.com/{n}", Ed25519.Key(new byte[32])));

        Assert.Equal(100, SignedNote.Parse(SignedNote.Sign(Text, many).ToBytes()).Signatures.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no signature\n")]
    [InlineData("no signature\n\n")]
    [InlineData("text\n\n" + Line)]
    [InlineData("text\n" + Line + "\n")]
    [InlineData("text\n\n" + Line + "\n\n")]
    [InlineData("te\txt\n\n" + Line + "\n")]
    [InlineData("text\r\n\n" + Line + "\n")]
    [InlineData("text\n\n- example.com/foo Uw2QOkn8\n")]
    [InlineData("text\n\n— example.com/foo Uw2QOkn8 more\n")]
    [InlineData("text\n\n— example.com+foo Uw2QOkn8\n")]
    [InlineData("text\n\n—  Uw2QOkn8\n")]
    [InlineData("text\n\n— example.com/foo Uw2QOg==\n")]
    [InlineData("text\n\n— example.com/foo Uw2QOkn9sg=\n")]
    [InlineData("text\n\n— example.com/foo Uw2QOkn=\n")]
    public void What_is_no_note_is_refused(string note) =>
        Assert.Throws<FormatException>(() => SignedNote.Parse(note));

    [Fact]
    public void Bytes_that_are_no_text_are_refused() => Assert.Throws<FormatException>(
        () => SignedNote.Parse([0xff, .. Encoding.UTF8.GetBytes(Note)]));

    [Theory]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2")]
    [InlineData("example com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    public void What_is_no_vkey_is_refused(string vkey) =>
        Assert.Throws<FormatException>(() => VerifierKey.Parse(vkey));
}
