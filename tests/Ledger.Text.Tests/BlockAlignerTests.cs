using FsCheck.Fluent;

namespace Ledger.Text.Tests;

public sealed class BlockAlignerTests
{
    private const string Wall = "The harbour wall at Port Ellery gave way on Sunday, and forty boats broke loose.";
    private const string Fine = "The town was fined five million in 2019, when the wall was found in poor repair.";
    private const string Mayor = "Mayor Una Brandt promised a new wall before winter and asked what had gone wrong.";

    private const string Ferries = "Ferries to the islands will not sail until divers have cleared the channel.";
    private const string Divers = "Two of the cranes lie on the bottom, said the company that had hired them out.";
    private const string Council = "Councillors meet on Friday to hear how much of the damage is insured, and by whom.";

    [Fact]
    public void The_same_text_is_the_same_block() => AssertAligned([Wall, Fine, Mayor], [Wall, Fine, Mayor], [0, 1, 2]);

    [Fact]
    public void A_moved_block_is_the_same_block() => AssertAligned([Wall, Fine, Mayor], [Mayor, Wall, Fine], [2, 0, 1]);

    [Fact]
    public void An_edited_paragraph_is_the_same_block() => AssertAligned(
        [Wall, Fine, Mayor],
        [Wall, Fine.Replace("five", "three").Replace("2019", "2018").Replace("poor repair", "a poor state"), Mayor],
        [0, 1, 2]);

    [Fact]
    public void A_paragraph_that_was_edited_and_moved_is_the_same_block() =>
        AssertAligned([Wall, Fine, Mayor], [Mayor.Replace("winter", "spring"), Wall, Fine], [2, 0, 1]);

    [Fact]
    public void Another_paragraph_in_the_same_place_is_a_new_block() => AssertAligned(
        [Wall, Fine, Mayor],
        [Wall, "The town was quiet when the ferries to the islands did not sail in the morning.", Mayor],
        [0, null, 2]);

    [Fact]
    public void The_larger_part_of_a_split_paragraph_keeps_its_id() => AssertAligned(
        [$"{Wall} {Fine} {Mayor}", "Nobody was hurt."],
        [Wall, $"{Fine.Replace("five", "three")} {Mayor}", "Nobody was hurt."],
        [null, 0, 1]);

    [Fact]
    public void The_largest_of_many_small_parts_keeps_the_id()
    {
        string[] parts = [Fine, $"{Wall} It was built in 1911.", Mayor, Ferries, Divers, Council];
        AssertAligned([string.Join(' ', parts)], parts, [null, 0, null, null, null, null]);
    }

    [Fact]
    public void Merged_paragraphs_continue_the_largest_of_them() => AssertAligned(
        ["Nobody was hurt.", Wall, Mayor], [$"Nobody was hurt. {Wall}", Mayor], [1, 2]);

    [Fact]
    public void Blocks_that_are_alike_keep_their_neighbours() => AssertAligned(
        ["* * *", Wall, "* * *", Fine], [Wall, "* * *", Fine, "* * *"], [1, 2, 3, 0]);

    [Fact]
    public void Of_equal_blocks_the_one_beside_a_neighbour_belongs_to_it()
    {
        AssertAligned(["* * *", Wall, "* * *", Fine], [Wall, "* * *", Ferries], [1, 2, null]);
        AssertAligned(["* * *", Fine, "* * *", Wall], [Ferries, "* * *", Wall], [null, 2, 3]);
    }

    [Fact]
    public void A_block_between_equal_ones_does_not_shift_them() => AssertAligned(
        ["* * *", "* * *", Wall], ["* * *", Mayor, "* * *", Wall], [0, null, 1, 2]);

    [Fact]
    public void An_edited_block_of_another_kind_is_a_new_block() =>
        Assert.Equal([null], BlockAligner.Align([new("quote", Wall)], [new("paragraph", Wall + " Again.")]));

    [Fact]
    public void The_same_words_in_another_kind_are_the_same_block() =>
        Assert.Equal([0], BlockAligner.Align([new("paragraph", "What we know")], [new("heading", "What we know")]));

    [Fact]
    public void An_empty_block_of_another_kind_is_a_new_block() =>
        Assert.Equal([null], BlockAligner.Align([new("paragraph", "")], [new("image", "")]));

    [Fact]
    public void Text_without_spaces_is_compared_by_its_characters() => AssertAligned(
        ["港の防波堤が日曜日に崩れ、四十隻の船が流された。"], ["港の防波堤が月曜日に崩れ、五十隻の船が流された。"], [0]);

    [Fact]
    public void A_permutation_keeps_every_block()
    {
        var texts = Enumerable.Range(0, 9).Select(n => $"{Wall} Number {n}.").ToArray();
        Law.Holds(Gen.Shuffle(texts), shuffled =>
            AssertAligned(texts, shuffled, [.. shuffled.Select(text => (int?)Array.IndexOf(texts, text))]));
    }

    [Fact]
    public void An_old_block_is_continued_once_at_most()
    {
        var texts = Law.Texts.ListOf();
        Law.Holds(Gen.Zip(texts, texts), sides =>
        {
            var origins = BlockAligner.Align([.. sides.Item1.Select(Paragraph)], [.. sides.Item2.Select(Paragraph)]);

            Assert.Equal(sides.Item2.Count, origins.Count);
            Assert.All(origins.OfType<int>(), i => Assert.InRange(i, 0, sides.Item1.Count - 1));
            Assert.Distinct(origins.OfType<int>());
        });
    }

    [Fact]
    public void What_did_not_change_is_always_found() => Law.Holds(Law.Texts.ListOf(), texts =>
        Assert.Equal(
            Enumerable.Range(0, texts.Count).Cast<int?>(),
            BlockAligner.Align([.. texts.Select(Paragraph)], [.. texts.Select(Paragraph)])));

    [Fact]
    public void Ten_thousand_blocks_that_were_all_edited_find_themselves()
    {
        var before = Enumerable.Range(0, 10_000).Select(n => $"{Wall} Boat {n} was found {n * 7} yards out.").ToArray();
        var after = before.Select(text => text.Replace("Sunday", "Monday", StringComparison.Ordinal)).ToArray();

        AssertAligned(before, after, [.. Enumerable.Range(0, before.Length)]);
    }

    private static void AssertAligned(string[] before, string[] after, int?[] expected) =>
        Assert.Equal(expected, BlockAligner.Align([.. before.Select(Paragraph)], [.. after.Select(Paragraph)]));

    private static AlignedText Paragraph(string text) => new("paragraph", text);
}
