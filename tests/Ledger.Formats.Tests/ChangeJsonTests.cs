using System.Text;
using Ledger.Domain.Stories;
using Ledger.Formats.Changes;

namespace Ledger.Formats.Tests;

public sealed class ChangeJsonTests
{
    [Fact]
    public void A_revision_is_a_story_with_its_kind_and_reason()
    {
        var revision = ChangeJson.ReadRevision(Utf8("""
            {"kind":"minor-fix","reason":"A comma","slug":"passed-over","publishedAt":"2026-03-01T08:00:00Z",
             "headline":"H","language":"en","blocks":[{"type":"paragraph","text":"T"}]}
            """));

        Assert.Equal((RevisionKind.MinorFix, "A comma"), (revision.Kind, revision.Reason));
        Assert.Equal(("H", "T"), (revision.Article.Headline, revision.Article.ToBodyText()));
    }

    [Fact]
    public void A_correction_has_its_claims_in_a_list_or_one_in_its_place()
    {
        var listed = ChangeJson.ReadCorrection(Utf8("""
            {"class":"factual-error","note":"N",
             "claims":[{"wrong":"a","right":"b"},{"wrong":"c","right":"","field":"caption"}]}
            """));
        var single = ChangeJson.ReadCorrection(Utf8("""
            {"class":"misquote","note":"N","wrong":"a","right":"b","field":"headline"}
            """));

        Assert.Equal([new Claim("a", "b"), new Claim("c", "", ArticleField.Caption)], listed.Claims);
        Assert.Equal([new Claim("a", "b", ArticleField.Headline)], single.Claims);
        Assert.Equal(CorrectionClass.Misquote, single.Class);
    }

    [Fact]
    public void What_a_rule_decides_on_may_be_missing()
    {
        Assert.Equal("", ChangeJson.ReadCorrection(Utf8("""{"class":"misquote","note":null}""")).Note);
        Assert.Empty(ChangeJson.ReadCorrection(Utf8("""{"class":"misquote"}""")).Claims);
        Assert.Equal("", ChangeJson.ReadRetraction(Utf8("""{"action":"withdraw"}""")).Notice);
        Assert.Equal(new AttributionFile(null, null, null, null, null), ChangeJson.ReadAttribution(Utf8("{}")));
        Assert.Equal(new HeadlineFile(null, null, null), ChangeJson.ReadHeadline(Utf8("{}")));
    }

    [Fact]
    public void Every_member_of_a_change_is_read()
    {
        Assert.Equal(new AttributionFile(CreditRole.Agency, "b2", "A", "B", "R"), ChangeJson.ReadAttribution(Utf8(
            """{"credit":"agency","block":"b2","from":"A","to":"B","reason":"R"}""")));
        Assert.Equal(new CaptionFile("b3", "C", "D", "R"), ChangeJson.ReadCaption(Utf8(
            """{"block":"b3","text":"C","credit":"D","reason":"R"}""")));
        Assert.Equal(new HeadlineFile("H", "S", "R"), ChangeJson.ReadHeadline(Utf8(
            """{"headline":"H","standfirst":"S","reason":"R"}""")));
        Assert.Equal(new SlugFile("s", "R"), ChangeJson.ReadSlug(Utf8("""{"slug":"s","reason":"R"}""")));
        Assert.Equal(new RetractionFile(RetractionAction.Reinstate, "N"), ChangeJson.ReadRetraction(Utf8(
            """{"action":"reinstate","notice":"N"}""")));
        Assert.Equal(
            new RetractionFile(RetractionAction.Remove, "N", RemovalBasis.CourtOrder, "https://c.example/1"),
            ChangeJson.ReadRetraction(Utf8(
                """{"action":"remove","notice":"N","basis":"court-order","blockedBy":"https://c.example/1"}""")));
    }

    [Theory]
    [InlineData("""{"class":"typo"}""", "'typo' is no class; it must be one of factual-error, ", 10)]
    [InlineData("""{"note":"N"}""", "The correction has no 'class'", 12)]
    [InlineData("""{"class":"misquote","wrong":"a"}""", "A claim has no 'right'", 32)]
    [InlineData("""{"class":"misquote","claims":[{"right":"b"}]}""", "A claim has no 'wrong'", 43)]
    [InlineData("""{"class":"misquote","claims":[],"wrong":"a"}""", "The correction has both 'claims' and", 44)]
    [InlineData("""{"class":"misquote","field":"body","field":"body"}""", "The member 'field' occurs twice", 36)]
    [InlineData("""{"class":"misquote","severity":"legal"}""", "The member 'severity' is not known here", 21)]
    [InlineData("""{"class":"misquote","note":7}""", "'note' must be a text, but this is a number", 28)]
    [InlineData("""{"class":"misquote"} {}""", "This is not JSON", 22)]
    public void What_is_wrong_with_a_correction_is_named_with_its_place(string json, string message, int column)
    {
        var error = Assert.Throws<InputFormatException>(() => ChangeJson.ReadCorrection(Utf8(json)));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal((1L, (long)column), (error.Line, error.Column));
    }

    [Fact]
    public void What_a_change_cannot_do_without_is_named()
    {
        Missing("The revision has no 'kind'", () => ChangeJson.ReadRevision(Utf8(
            """{"headline":"H","language":"en","blocks":[]}""")));
        Missing("The change of a caption has no 'block'", () => ChangeJson.ReadCaption(Utf8("{}")));
        Missing("The change of a slug has no 'slug'", () => ChangeJson.ReadSlug(Utf8("{}")));
        Missing("The retraction has no 'action'", () => ChangeJson.ReadRetraction(Utf8("{}")));
        Missing("The removal has no 'basis'", () => ChangeJson.ReadRetraction(Utf8("""{"action":"remove"}""")));
        Missing("Only a removal has a 'basis' or a 'blockedBy'", () => ChangeJson.ReadRetraction(Utf8(
            """{"action":"withdraw","basis":"privacy"}""")));
        Missing("Only a removal has a 'basis' or a 'blockedBy'", () => ChangeJson.ReadRetraction(Utf8(
            """{"action":"retract","blockedBy":"https://c.example/1"}""")));
        Missing("The change of a headline must be an object", () => ChangeJson.ReadHeadline(Utf8("[]")));
    }

    private static void Missing(string message, Func<object> read) =>
        Assert.StartsWith(message, Assert.Throws<InputFormatException>(read).Message, StringComparison.Ordinal);

    private static ReadOnlyMemory<byte> Utf8(string json) => Encoding.UTF8.GetBytes(json);
}
