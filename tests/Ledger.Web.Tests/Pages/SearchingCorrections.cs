using System.Net;
using System.Text.Json;

namespace Ledger.Web.Tests.Pages;

/// <summary>Corrections found by words of their notes and stories, as each language reads them.</summary>
public sealed class SearchingCorrections(WebServer server) : IClassFixture<WebServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_are_found_in_notes_and_stories_as_their_language_bends_them()
    {
        var ferries = Newsroom.Short("Ferries were cancelled", "It was five.");
        await server.PublishAsync(ferries with { Standfirst = "Storm closes harbours" }, "f1");
        await server.Story("f1").CorrectAsync("five", "three", "An earlier version overstated the sailings.");
        await server.PublishAsync(
            Newsroom.Short("Die Häuser am Hafen", "Es waren fünf.") with { Language = "de" }, "f2");
        await server.Story("f2").CorrectAsync("fünf", "drei", "Es waren drei Häusern nahe Gebäude.");
        await server.PublishAsync(Newsroom.Short("عنوان المقال", "خمسة قوارب.") with { Language = "ar" }, "f3");
        await server.Story("f3").CorrectAsync("خمسة", "ثلاثة", "كانت القوارب ثلاثة.");

        Assert.Equal(["f1"], await FoundAsync("overstating"));
        Assert.Equal(["f1"], await FoundAsync("ferry"));
        Assert.Equal(["f1"], await FoundAsync("harbour storms"));
        Assert.Equal(["f2"], await FoundAsync("Haus"));
        Assert.Equal(["f3"], await FoundAsync("قوارب"));
        Assert.Equal([], await FoundAsync("ferry -cancelled"));
        Assert.Equal([], await FoundAsync("zeppelin"));
        Assert.Equal([], await FoundAsync("!!! & ("));
        Assert.Equal(3, (await FoundAsync("   ")).Count);
    }

    [Fact]
    public async Task The_page_keeps_the_words_and_says_when_nothing_is_found_or_too_much_is_asked()
    {
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/corrections?q=%22zeppelin%22+%3Cb%3E");
        Assert.Equal(HttpStatusCode.OK, reader.Status);
        Assert.Equal("\"zeppelin\" <b>", reader.Value("#q"));
        Assert.Equal("No correction is like that.", reader.Text(".empty-title"));

        await reader.GetAsync($"/corrections?q={new string('a', 201)}");
        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
        Assert.Contains("200 characters at most", reader.Text(".error"), StringComparison.Ordinal);
    }

    private async Task<List<string?>> FoundAsync(string words)
    {
        using var client = server.Client();
        var body = JsonDocument.Parse(await client.GetStringAsync(
            $"/api/v1/corrections?limit=100&q={Uri.EscapeDataString(words)}", Cancel)).RootElement;
        return [.. body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("slug").GetString())];
    }
}
