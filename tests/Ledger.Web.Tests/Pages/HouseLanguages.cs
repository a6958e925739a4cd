using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Ledger.Domain.Stories;

namespace Ledger.Web.Tests.Pages;

/// <summary>A house that speaks Arabic.</summary>
public sealed partial class HouseLanguages : IAsyncLifetime
{
    private static readonly Article Article = new()
    {
        Headline = "انهيار الجدار البحري",
        Standfirst = "لم يصب أحد",
        Section = "الساحل",
        Language = "ar",
        Dateline = "بورت فيليس",
        Credits = [new(CreditRole.Author, "نادية فيرين"), new(CreditRole.Author, "يونس لند")],
        Blocks = [new() { Id = "b1", Type = BlockType.Paragraph, Text = "أخذ البحر أربعين مترا و5 قوارب." }],
    };

    private WebServer server = null!;

    public async ValueTask InitializeAsync() =>
        server = await WebServer.StartAsync(new() { Title = "بريد فيليس", Language = "ar" });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_page_for_readers_is_in_the_language_of_the_house()
    {
        await server.PublishAsync(Article, "wall");
        await server.Story("wall").ReviseAsync(
            Article with
            {
                Blocks =
                [
                    Article.Blocks[0] with { Text = "أخذ البحر أربعين مترا و7 قوارب." },
                    new() { Id = "", Type = BlockType.Heading, Text = "ما نعرفه" },
                ],
            },
            "أضيف عنوان.");
        var corrected = await server.Story("wall").CorrectAsync(
            "أربعين", "أربعة عشر", "أخطأت نسخة سابقة في طول الجدار.");
        await server.PublishAsync(Article with { Headline = "نتائج" }, "early");
        await server.Story("early").WithdrawAsync("نشر قبل أوانه.");
        using var reader = new Visitor(server.Client());

        List<string> foreign = [];
        foreach (var path in new[]
        {
            "/", "/corrections", $"/corrections/{corrected.CorrectionId}", "/corrections?class=misquote",
            "/corrections?class=nonsense", "/stories/wall", "/stories/wall?since=1", "/stories/wall/history",
            "/stories/wall/compare/1...3", "/stories/wall/compare/1...3?view=side", "/stories/wall/blame",
            "/search", "/search?q=الجدار", "/search?q=منطاد", "/corrections?q=القوارب",
            "/stories/wall/revisions/2", "/stories/wall/report", "/stories/early", "/stories/nothing",
        })
        {
            var page = await reader.GetAsync(path);
            Assert.Equal("ar", page.DocumentElement.GetAttribute("lang"));
            Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
            foreign.AddRange(Latin().Matches(WordsOf(page)).Select(word => $"{path}: {word.Value}"));
        }

        Assert.True(foreign.Count == 0, string.Join('\n', foreign));
    }

    [Fact]
    public async Task Times_are_the_same_for_machines_and_have_the_months_of_the_house()
    {
        await server.PublishAsync(Article, "wall");
        using var reader = new Visitor(server.Client());

        var time = (await reader.GetAsync("/stories/wall")).QuerySelector(".times time")!;

        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", time.GetAttribute("datetime"));
        Assert.Matches(@"^\d{1,2} \p{IsArabic}+ \d{4}، \d\d:\d\d بالتوقيت العالمي$", time.TextContent);
    }

    /// <summary>What a reader sees and hears, without what names a thing of machines.</summary>
    private static string WordsOf(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll("script, code, [value], [aria-hidden]").ToList())
            element.Remove();

        var spoken = page.Body!.QuerySelectorAll("[aria-label], [title]")
            .SelectMany(element => new[] { element.GetAttribute("aria-label"), element.GetAttribute("title") });
        return string.Join(' ', spoken.Prepend(page.DocumentElement.TextContent));
    }

    // The account in whose name the tests write has a name in Latin letters, and credits are compared by the names that
    // roles have in the JSON of a story.
    [GeneratedRegex(@"\b(?!Ines\b|Okafor\b|nonsense\b|author\b)[A-Za-z]{2,}\b")]
    private static partial Regex Latin();
}
