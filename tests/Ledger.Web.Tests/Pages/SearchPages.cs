using System.Net;
using System.Text.Json;

namespace Ledger.Web.Tests.Pages;

/// <summary>Readers look for words of stories and notes.</summary>
public sealed class SearchPages(WebServer server) : IClassFixture<WebServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_word_of_the_body_finds_its_story_and_is_marked_where_it_stands()
    {
        await server.PublishAsync(Newsroom.Short(
            "Marmots return to the dunes", "Rangers counted <b>nineteen</b> \"marmots\" & a stoat."), "marmots");
        await server.Story("marmots").CorrectAsync("nineteen", "twenty", "There were twenty marmots, not nineteen.");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/search?q=marmot+stoat");

        Assert.Equal("Marmots return to the dunes", reader.Text(".found-stories h3"));
        Assert.Equal(["Marmots"], Marked(reader, ".found-stories h3 mark"));
        Assert.Equal("Rangers counted b twenty /b \"marmots\" & a stoat", reader.Text(".found-stories .found"));
        Assert.Equal(["marmots", "stoat"], Marked(reader, ".found-stories .found mark"));
        Assert.Equal("There were twenty marmots, not nineteen.", reader.Text(".brief-notes a"));
        Assert.Equal("/corrections?q=marmot%20stoat",
            reader.Page.QuerySelector("aside > p a")!.GetAttribute("href"));
        Assert.Equal("noindex", reader.Page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));

        await reader.GetAsync("/corrections?q=stoat");
        Assert.Equal("In the story Rangers counted b twenty /b \"marmots\" & a stoat", reader.Text(".found"));
        await reader.GetAsync("/corrections?q=nineteen");
        Assert.Equal(["nineteen"], Marked(reader, ".correction-text mark"));
        Assert.Null(reader.Page.QuerySelector(".found"));
    }

    [Fact]
    public async Task Hostile_text_is_text_wherever_it_is_found()
    {
        const string Evil = "Otters <script>alert(1)</script> & <img src=x onerror=alert(1)> dive";
        await server.PublishAsync(Newsroom.Short(Evil, $"{Evil} again."), "otters");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/search?q=otters+onerror");

        Assert.Equal(Evil, reader.Text(".found-stories h3"));
        Assert.Empty(reader.Page.QuerySelectorAll("main script, main img"));
        Assert.Contains("onerror", Marked(reader, ".found-stories .found mark"));

        await reader.GetAsync("/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
        Assert.Equal("\"><script>alert(1)</script>", reader.Value("#q"));
        Assert.Empty(reader.Page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Arabic_words_are_found_as_their_language_bends_them()
    {
        await server.PublishAsync(
            Newsroom.Short("سوق السمك", "غمرت المياه أزقة المدينة القديمة.") with { Language = "ar" }, "souq");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync($"/search?q={Uri.EscapeDataString("مدينة")}");

        Assert.Equal("سوق السمك", reader.Text(".found-stories h3"));
        Assert.Equal(["المدينة"], Marked(reader, ".found mark"));
        Assert.Equal("rtl", reader.Page.QuerySelector(".found-stories article")!.GetAttribute("dir"));
    }

    [Theory]
    [InlineData("", HttpStatusCode.OK, null, null)]
    [InlineData("?q=", HttpStatusCode.OK, null, null)]
    [InlineData("?q=+%20", HttpStatusCode.OK, null, null)]
    [InlineData("?q=xylophones", HttpStatusCode.OK, ".empty-title", "No story and no note has these words.")]
    [InlineData("?q=%27+%7C+%29+%3C-%3E+%3A*", HttpStatusCode.OK, ".empty-title", "No story and no note has these")]
    [InlineData("?q=the", HttpStatusCode.OK, ".empty-title", "No story and no note has these words.")]
    [InlineData("?q=%00", HttpStatusCode.BadRequest, null, null)]
    public async Task Whatever_is_asked_has_an_answer(string query, HttpStatusCode status, string? part, string? words)
    {
        using var reader = new Visitor(server.Client());

        await reader.GetAsync($"/search{query}");

        Assert.Equal(status, reader.Status);
        if (part is not null)
            Assert.StartsWith(words!, reader.Text(part), StringComparison.Ordinal);
        else
            Assert.Null(reader.Page.QuerySelector(".empty, .found-stories"));
    }

    [Fact]
    public async Task Too_much_is_refused_in_a_sentence_and_stays_in_the_field()
    {
        var much = new string('a', 201);
        using var reader = new Visitor(server.Client());

        await reader.GetAsync($"/search?q={much}");

        Assert.Equal(HttpStatusCode.BadRequest, reader.Status);
        Assert.Equal("What is looked for may have 200 characters at most.", reader.Text(".error"));
        Assert.Equal(much, reader.Value("#q"));
    }

    [Fact]
    public async Task More_than_a_page_is_found_on_the_next_ones_each_once()
    {
        for (var n = 0; n < 21; n++)
            await server.PublishAsync(Newsroom.Short($"Tern {n}", "Terns nest on the skerries."), $"tern-{n}");
        using var reader = new Visitor(server.Client());

        await reader.GetAsync("/search?q=skerries");
        var first = Addresses(reader);
        await reader.GetAsync(reader.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((20, 1), (first.Count, Addresses(reader).Count));
        Assert.Equal(21, first.Concat(Addresses(reader)).Distinct().Count());
        Assert.Null(reader.Page.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Programs_are_told_where_the_words_are()
    {
        await server.PublishAsync(Newsroom.Short("Herons", "A heron fished in the canal."), "herons");
        using var client = server.Client();

        var asked = await ReadAsync(client, "/api/v1/stories?q=canals");
        var plain = await ReadAsync(client, "/api/v1/stories");

        var found = Assert.Single(asked.EnumerateArray()).GetProperty("found").EnumerateArray()
            .Select(run => (run.GetProperty("text").GetString(), run.GetProperty("hit").GetBoolean()));
        Assert.Equal([("heron fished in the ", false), ("canal", true)], found);
        Assert.All(plain.EnumerateArray(), item => Assert.False(item.TryGetProperty("found", out _)));
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string address) =>
        JsonDocument.Parse(await client.GetStringAsync(address, Cancel)).RootElement.GetProperty("items");

    private static List<string?> Addresses(Visitor reader) =>
        [.. reader.Page.QuerySelectorAll(".found-stories h3 a").Select(link => link.GetAttribute("href"))];

    private static List<string> Marked(Visitor reader, string selector) =>
        [.. reader.Page.QuerySelectorAll(selector).Select(mark => mark.TextContent)];
}
