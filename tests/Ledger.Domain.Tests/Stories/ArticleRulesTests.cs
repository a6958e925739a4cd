using Ledger.Domain.Stories;
using static Ledger.Domain.Tests.Sample;

namespace Ledger.Domain.Tests.Stories;

/// <summary>What an article must be like, shown by publishing and revising with one that is not.</summary>
public sealed class ArticleRulesTests
{
    private const string BadId = "must be 1 to 64 of the characters A-Z a-z 0-9 . _ -";
    private const string BadLanguage = "is not a language tag such as 'en' or 'ar-IQ'";
    private const string BadUrl = "must start with 'https://', 'http://' or '/'";
    private const string Foreign = "does not belong to a block of type";

    private static readonly Limits Small = new()
    {
        Article = 600,
        Blocks = 6,
        Block = 100,
        Field = 60,
        Credits = 3,
    };

    private static readonly Block A = Paragraph("b1", "a");
    private static readonly Block List = new() { Id = "b1", Type = BlockType.List };

    private static readonly Dictionary<string, (Article Article, Refusal Refusal)> Table = new()
    {
        ["no block"] = (With(), new NoBlocks()),
        ["seven blocks"] = (With([.. Harbour.Blocks, A, A]), new TooMany("blocks", 7, 6)),
        ["an id twice"] = (With(A, Paragraph("b1", "b")), new DuplicateBlockId("blocks[1].id", "b1")),
        ["an id with a blank"] = Field(With(A with { Id = "b 1" }), "blocks[0].id", BadId),
        ["an id too long"] = Field(With(A with { Id = new('a', 65) }), "blocks[0].id", BadId),
        ["a block too long"] = (With(A with { Text = new('a', 101) }), new TooLong("blocks[0].text", 101, 100)),
        ["an article too long"] = (Long(6), new TooLong("blocks", 601, 600)),
        ["no headline"] = Field(Harbour with { Headline = " \n" }, "headline", "must not be empty"),
        ["a long headline"] = (Harbour with { Headline = new('a', 61) }, new TooLong("headline", 61, 60)),
        ["a bell"] = Field(With(A, Paragraph("b2", "ab\u0007c")), "blocks[1].text", Control("0007", 3)),
        ["a null"] = Field(Harbour with { Headline = "a\0" }, "headline", Control("0000", 2)),
        ["a C1 control"] = Field(Harbour with { Section = "a\u0085" }, "section", Control("0085", 2)),
        ["a delete"] = Field(Harbour with { Standfirst = "\u007fa" }, "standfirst", Control("007F", 1)),
        ["half a character"] = Field(With(A with { Text = "ab\ud83d" }), "blocks[0].text", Half("D83D", 3)),
        ["the other half"] = Field(With(A with { Text = "\ude00b" }), "blocks[0].text", Half("DE00", 1)),
        ["no language"] = Field(Harbour with { Language = "" }, "language", BadLanguage),
        ["a language in words"] = Field(Harbour with { Language = "British English" }, "language", BadLanguage),
        ["a subtag too long"] = Field(Harbour with { Language = "en-Oxfordian" }, "language", BadLanguage),
        ["four credits"] = (Credited("a", "b", "c", "d"), new TooMany("credits", 4, 3)),
        ["a credit of nobody"] = Field(Credited(" "), "credits[0].name", "must not be empty"),
        ["a credit twice"] = Field(Credited("a", "a"), "credits[1]", "names the same person for the same role again"),
        ["a list of nothing"] = Field(With(List), "blocks[0].items", "must not be empty"),
        ["a bad item"] = Field(With(List with { Items = ["a", "\u001b"] }), "blocks[0].items[1]", Control("001B", 1)),
        ["items of a paragraph"] = Field(With(A with { Items = ["b"] }), "blocks[0].items", $"{Foreign} 'paragraph'"),
        ["a speaker of a note"] = Field(
            With(A with { Type = BlockType.Note, Speaker = "b" }), "blocks[0].speaker", $"{Foreign} 'note'"),
        ["a text of an image"] = Field(
            With(Image("/a.jpg") with { Text = "a" }), "blocks[0].text", $"{Foreign} 'image'"),
        ["an image of nothing"] = Field(With(Image("")), "blocks[0].url", BadUrl),
        ["a script"] = Field(With(Image("javascript:alert(1)")), "blocks[0].url", BadUrl),
        ["data"] = Field(With(Image("data:image/png;base64,AA")), "blocks[0].url", BadUrl),
        ["a file"] = Field(With(Image("file:///etc/passwd")), "blocks[0].url", BadUrl),
        ["another host in disguise"] = Field(With(Image("//example.org/a.jpg")), "blocks[0].url", BadUrl),
        ["another host by backslash"] = Field(With(Image("/\\example.org/a.jpg")), "blocks[0].url", BadUrl),
        ["a relative address"] = Field(With(Image("wall.jpg")), "blocks[0].url", BadUrl),
    };

    public static TheoryData<string> Broken => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_article_is_refused_and_the_field_is_named(string article)
    {
        var (broken, refusal) = Table[article];
        new Given { Limits = Small }.When(new StoryCommand.Publish("wall", broken)).ThenRefused(refusal);
        new Given(Published) { Limits = Small }
            .When(new StoryCommand.Revise(broken, RevisionKind.Update, null)).ThenRefused(refusal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar-IQ")]
    [InlineData("zh-Hant-TW")]
    [InlineData("de-CH-1996")]
    [InlineData("x-ellery")]
    public void A_plausible_language_is_taken(string language)
    {
        var article = Harbour with { Language = language };
        new Given().When(new StoryCommand.Publish("wall", article)).Then(new StoryPublished("wall", article));
    }

    [Fact]
    public void An_article_may_be_exactly_as_large_as_the_limits_allow()
    {
        var article = Long(5) with { Headline = new('a', 60), Credits = [new(CreditRole.Author, new('a', 40))] };
        new Given { Limits = Small }.When(new StoryCommand.Publish("wall", article))
            .Then(new StoryPublished("wall", article));
    }

    private static Article Long(int blocks) => new()
    {
        Headline = "H",
        Language = "en",
        Blocks = [.. Enumerable.Range(1, blocks).Select(n => Paragraph($"b{n}", new('a', 100)))],
    };

    private static (Article, Refusal) Field(Article article, string field, string problem) =>
        (article, new InvalidField(field, problem));

    private static Article Credited(params string[] names) =>
        Harbour with { Credits = [.. names.Select(name => new Credit(CreditRole.Author, name))] };

    private static Block Image(string url) => new() { Id = "b1", Type = BlockType.Image, Url = url };

    private static string Control(string code, int at) => $"holds the control character U+{code} as character {at}";

    private static string Half(string code, int at) => $"holds half of a character, U+{code}, as character {at}";
}
