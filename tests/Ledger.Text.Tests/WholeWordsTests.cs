using FsCheck.Fluent;

namespace Ledger.Text.Tests;

public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("Ada met Ada.", "Ada", "<Ada> met <Ada>.")]
    [InlineData("Adamant, Granada, Ada's", "Ada", "Adamant, Granada, <Ada>'s")]
    [InlineData("ada and ADA", "Ada", "ada and ADA")]
    [InlineData("5 of 15, 5.5, 5,000, 50 and 5.", "5", "<5> of 15, 5.5, 5,000, 50 and <5>.")]
    [InlineData("2019 and 2019", "2019", "<2019> and <2019>")]
    [InlineData("5,", "5", "<5>,")]
    [InlineData("£5m, £5million, US£5m", "£5m", "<£5m>, £5million, US<£5m>")]
    [InlineData("(the wall)", "the wall", "(<the wall>)")]
    [InlineData("the\nwall and the  wall", "the wall", "<the\nwall> and <the  wall>")]
    [InlineData("the wall", "the\r\n wall", "<the wall>")]
    [InlineData("thewall", "the wall", "thewall")]
    [InlineData("very very very", "very very", "<very <very> very>")]
    [InlineData("cafe, cafe\u0301", "cafe", "<cafe>, cafe\u0301")]
    [InlineData("市長は壁を見た", "壁", "市長は<壁>を見た")]
    [InlineData("กำแพงพัง", "กำแพง", "<กำแพง>พัง")]
    [InlineData("กิน ก", "ก", "กิน <ก>")]
    [InlineData("𝒜da Ada", "Ada", "𝒜da <Ada>")]
    [InlineData("nothing", "", "nothing")]
    [InlineData("a b", " ", "a b")]
    public void Words_are_found_where_they_stand_alone(string text, string words, string expected) =>
        Assert.Equal(expected, Marked(text, WholeWords.Find(text, words)));

    [Theory]
    [InlineData("Ada met Ada.", "Ada", "Eve", "Eve met Eve.")]
    [InlineData("very very very", "very very", "quite", "quite very")]
    [InlineData("a very big wall", "very", "", "a big wall")]
    [InlineData("Very big wall", "Very", "", "big wall")]
    [InlineData("the wall fell again", "again", "", "the wall fell")]
    [InlineData("the wall fell again.", "again", "", "the wall fell.")]
    [InlineData("line one\nfoo line two", "foo", "", "line one\nline two")]
    [InlineData("again", "again", "", "")]
    [InlineData("a foo foo b", "foo", "", "a b")]
    public void Words_are_replaced_and_leave_no_gap(string text, string words, string by, string expected) =>
        Assert.Equal(expected, WholeWords.Replace(text, WholeWords.Find(text, words), by));

    [Fact]
    public void Words_found_are_in_the_text_as_they_were_asked_for() => Law.Holds(Gen.Zip(Law.Texts, Law.Texts), pair =>
        Assert.All(WholeWords.Find(pair.Item1, pair.Item2), span =>
            Assert.Equal(Blanks(pair.Item2), Blanks(pair.Item1[span.Start..span.End]))));

    private static string Blanks(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Marked(string text, IReadOnlyList<TextSpan> spans) => string.Concat(
        Enumerable.Range(0, text.Length + 1).Select(i =>
            string.Concat(spans.Where(span => span.End == i).Select(_ => ">"))
            + string.Concat(spans.Where(span => span.Start == i).Select(_ => "<"))
            + (i < text.Length ? text[i] : "")));
}
