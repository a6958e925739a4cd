using FsCheck;
using FsCheck.Fluent;

namespace Ledger.Text.Tests;

/// <summary>What saves time in aligning blocks never changes what comes of it.</summary>
public sealed class ShortcutLaws
{
    private static readonly Gen<string> Words = Gen.Elements(
        "the", "wall", "fell", "at", "dawn.", "5,000", "it's", "٣؀ ", "壁が", "\r\n", "e\u0301", "😀", "a", "—", " ");

    private static readonly Gen<string> Texts =
        Gen.Choose(0, 40).SelectMany(length => Words.ArrayOf(length)).Select(words => string.Join(' ', words));

    private static readonly Gen<AlignedText> Blocks =
        from text in Texts
        from kind in Gen.Frequency((9, Gen.Constant("p")), (1, Gen.Constant("q")))
        select new AlignedText(kind, text);

    [Fact]
    public void What_stands_at_both_ends_is_paired_as_it_would_be_without_looking_there_first()
    {
        var revisions =
            from choice in Gen.Choose(1, 4).SelectMany(count => Blocks.ArrayOf(count))
            from before in Gen.Choose(0, 7).SelectMany(count => Gen.Elements(choice).ArrayOf(count))
            from after in Gen.Choose(0, 7).SelectMany(count => Gen.Elements(choice).ArrayOf(count))
            from shared in Gen.Choose(0, 3).SelectMany(count => Blocks.ArrayOf(count))
            select (Before: (AlignedText[])[.. shared, .. before, .. shared],
                After: (AlignedText[])[.. shared, .. after, .. shared]);

        Law.Holds(revisions, revision => AssertSame(revision.Before, revision.After));
    }

    [Fact]
    public void A_block_of_which_little_changed_is_paired_as_it_would_be_by_all_of_its_words()
    {
        var edits =
            from words in Gen.Choose(0, 60).SelectMany(count => Words.ArrayOf(count))
            from at in Gen.Choose(0, 60)
            from removed in Gen.Choose(0, 30)
            from inserted in Gen.Choose(0, 30).SelectMany(count => Words.ArrayOf(count))
            from glue in Gen.Elements(" ", "", "'", ".")
            let start = Math.Min(at, words.Length)
            let end = Math.Min(start + removed, words.Length)
            select (Before: string.Join(glue, words),
                After: string.Join(glue, (string[])[.. words[..start], .. inserted, .. words[end..]]));

        Law.Holds(edits, edit => AssertSame([new("p", edit.Before)], [new("p", edit.After)]));
    }

    [Fact]
    public void Words_are_compared_as_they_would_be_without_looking_at_both_ends_first()
    {
        var edits =
            from words in Gen.Choose(0, 30).SelectMany(count => Words.ArrayOf(count))
            from at in Gen.Choose(0, 30)
            from removed in Gen.Choose(0, 6)
            from inserted in Gen.Choose(0, 6).SelectMany(count => Words.ArrayOf(count))
            from glue in Gen.Elements(" ", "", "\u0600 ", " \u0301", "\u00a0")
            let start = Math.Min(at, words.Length)
            let end = Math.Min(start + removed, words.Length)
            select (Before: string.Join(glue, words),
                After: string.Join(glue, (string[])[.. words[..start], .. inserted, .. words[end..]]));

        Law.Holds(edits, edit => Assert.Equal(
            WordDiff.CompareWhole(edit.Before, edit.After), WordDiff.Compare(edit.Before, edit.After)));
        Law.Holds(Gen.Zip(Law.Texts, Law.Texts), texts => Assert.Equal(
            WordDiff.CompareWhole(texts.Item1, texts.Item2), WordDiff.Compare(texts.Item1, texts.Item2)));
    }

    private static void AssertSame(AlignedText[] before, AlignedText[] after)
    {
        var full = new Pairing(before, after);
        SameBlocks.Pair(full, block => block);
        SameBlocks.Pair(full, block => block.Text.Length == 0 ? null : block with { Kind = "" });
        EditedBlocks.Pair(full);

        Assert.Equal(full.Origins, BlockAligner.Align(before, after));
    }
}
