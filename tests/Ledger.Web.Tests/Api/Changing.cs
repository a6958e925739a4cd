using System.Net;

namespace Ledger.Web.Tests.Api;

public sealed class Changing(WebServer server) : ApiTest(server)
{
    [Fact]
    public async Task A_story_is_published_and_read_back_as_it_was_sent()
    {
        using var response = await Editor.PostAsync("/api/v1/stories", Json(NewStory()), Cancel);
        var made = await ChangeOfAsync(response, HttpStatusCode.Created);

        Assert.Equal((1L, 1, true), (made.Version, made.Revision, made.Changed));
        Assert.Equal($"/api/v1/stories/{made.Id}", response.Headers.Location?.OriginalString);

        var story = await GetAsync(response.Headers.Location!.OriginalString);
        Assert.Equal(made.Id, story.GetProperty("id").GetGuid());
        Assert.Equal(made.Slug, story.GetProperty("slug").GetString());
        Assert.Equal("published", story.GetProperty("status").GetString());
        Assert.Equal("The bridge cost 40 million crowns.\n\nIt was worth it.\n\nThe bridge at dusk",
            story.GetProperty("text").GetString());
        var blocks = story.GetProperty("blocks").EnumerateArray();
        Assert.Equal(["b1", "b2", "b3"], blocks.Select(block => Text(block, "id")));
        Assert.Equal("""[{"role":"author","name":"Mira Vance"}]""", story.GetProperty("credits").GetRawText());
        Assert.Equal("2026-03-01T08:00:00Z", story.GetProperty("publishedAt").GetString());
        Assert.Equal(["NORVALE", "Towns", "en"],
            new[] { "dateline", "section", "language" }.Select(name => story.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task Publishing_the_same_story_again_adds_nothing()
    {
        const string story = """
            {"slug":"published-twice","headline":"H","language":"en","blocks":[{"type":"paragraph","text":"Words."}]}
            """;
        var first = await PublishAsync(story);
        var head = await HeadAsync();

        using var response = await Editor.PostAsync("/api/v1/stories", Json(story), Cancel);

        Assert.Equal(first with { Changed = false }, await ChangeOfAsync(response, HttpStatusCode.OK));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task A_minor_fix_that_is_more_than_style_is_refused_and_each_place_named()
    {
        var story = await PublishAsync();

        var problem = await RefusedAsync(422, "needs-second-person", () => SendAsync(Editor, story, "revisions", """
            {"kind":"minor-fix","headline":"The bridge opens","language":"en",
             "blocks":[{"id":"b1","type":"paragraph","text":"The bridge cost 41 million crowns."}]}
            """));

        Assert.Contains("number", problem.GetProperty("flags").EnumerateArray().Select(flag => Text(flag, "kind")));
    }

    [Fact]
    public async Task A_revision_replaces_the_article_and_has_an_address()
    {
        var story = await PublishAsync();

        using var response = await SendAsync(Editor, story, "revisions", """
            {"kind":"update","reason":"The count is in","headline":"The bridge opens","language":"en",
             "blocks":[{"id":"b1","type":"paragraph","text":"The bridge cost 41 million crowns."}]}
            """);
        var revised = await ChangeOfAsync(response, HttpStatusCode.Created);

        Assert.Equal((2L, 2), (revised.Version, revised.Revision));
        Assert.Equal($"/api/v1/stories/{story.Id}/revisions/2", response.Headers.Location?.OriginalString);
        var revision = await GetAsync($"/api/v1/stories/{story.Id}/revisions/2");
        Assert.Equal(("The bridge cost 41 million crowns.", "The count is in", "article_revised"),
            (Text(revision, "text"), Text(revision, "reason"), Text(revision, "type")));
        Assert.Equal("The bridge cost 40 million crowns.",
            Text((await GetAsync($"/api/v1/stories/{story.Slug}/revisions/1")).GetProperty("blocks")[0], "text"));
    }

    [Theory]
    [InlineData("""{"class":"factual-error","note":"It cost 14 million.","wrong":"40 million","right":"14 million"}""")]
    [InlineData("""
        {"class":"factual-error","note":"It cost 14 million.",
         "claims":[{"wrong":"40 million","right":"14 million","field":"body"}]}
        """)]
    public async Task A_correction_changes_the_words_and_tells_the_public(string body)
    {
        var story = await PublishAsync();

        using var response = await SendAsync(Editor, story, "corrections", body);
        var corrected = await ChangeOfAsync(response, HttpStatusCode.Created);

        Assert.Equal($"/api/v1/corrections/{corrected.CorrectionId}", response.Headers.Location?.OriginalString);
        var correction = await GetAsync(response.Headers.Location!.OriginalString);
        Assert.Equal((story.Id, "factual-error", "substantive", "It cost 14 million.", 2),
            (correction.GetProperty("story").GetGuid(), Text(correction, "class"), Text(correction, "severity"),
                Text(correction, "note"), correction.GetProperty("revision").GetInt32()));
        var now = await GetAsync($"/api/v1/stories/{story.Slug}");
        Assert.StartsWith("The bridge cost 14 million crowns.", Text(now, "text"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attributions", """{"credit":"author","from":"Mira Vance","to":"Mira Vantz","reason":"Spelling"}""",
        "credits", """[{"role":"author","name":"Mira Vantz"}]""")]
    [InlineData("headline", """{"headline":"At last","reason":"Shorter"}""", "headline", "\"At last\"")]
    [InlineData("headline", """{"standfirst":"","reason":"Not needed"}""", "standfirst", null)]
    [InlineData("retraction", """{"action":"retract","notice":"The sums were made up."}""", "status", "\"retracted\"")]
    public async Task Every_other_change_shows_in_the_story(string path, string body, string member, string? value)
    {
        var story = await PublishAsync();

        var changed = await ChangeAsync(story, path, body);

        Assert.Equal((2L, 2, true), (changed.Version, changed.Revision, changed.Changed));
        var now = await GetAsync($"/api/v1/stories/{story.Id}");
        Assert.Equal(value, now.TryGetProperty(member, out var found) ? found.GetRawText() : null);
    }

    [Fact]
    public async Task A_block_gets_another_speaker_and_a_picture_another_caption()
    {
        var story = await PublishAsync();

        var spoken = await ChangeAsync(story, "attributions",
            """{"block":"b2","from":"Joren Pell","to":"Tessa Pell","reason":"His sister said it"}""");
        await ChangeAsync(spoken, "captions",
            """{"block":"b3","text":"The bridge at dawn","credit":"Ola Orr","reason":"Mixed up"}""");

        var blocks = (await GetAsync($"/api/v1/stories/{story.Id}")).GetProperty("blocks");
        Assert.Equal(("Tessa Pell", "The bridge at dawn", "Ola Orr"),
            (Text(blocks[1], "speaker"), Text(blocks[2], "caption"), Text(blocks[2], "credit")));
    }

    [Fact]
    public async Task A_new_slug_is_a_version_but_no_revision_and_the_old_one_still_leads_there()
    {
        var story = await PublishAsync();
        var slug = $"bridge-{story.Id:N}"[..20];

        var moved = await ChangeAsync(story, "slug", $$"""{"slug":"{{slug}}","reason":"Shorter"}""");

        Assert.Equal((slug, 2L, 1), (moved.Slug, moved.Version, moved.Revision));
        Assert.Equal(slug, Text(await GetAsync($"/api/v1/stories/{story.Slug}"), "slug"));
    }

    [Fact]
    public async Task The_same_change_twice_adds_nothing_the_second_time()
    {
        var story = await PublishAsync();
        const string body = """{"headline":"A bridge, at last","reason":"Shorter"}""";
        var first = await ChangeAsync(story, "headline", body);

        var again = await ChangeOfAsync(await SendAsync(Editor, first, "headline", body), HttpStatusCode.OK);

        Assert.Equal(first with { Changed = false }, again);
    }

    [Fact]
    public async Task Html_in_every_text_is_text()
    {
        const string script = "<script>alert(1)</script>";
        var story = await PublishAsync($$"""
            {"headline":"{{script}}","standfirst":"{{script}}","section":"{{script}}","language":"en",
             "dateline":"{{script}}","credits":[{"role":"author","name":"{{script}}"}],
             "blocks":[{"type":"paragraph","text":"{{script}}"},
               {"type":"quote","text":"{{script}}","speaker":"{{script}}"},
               {"type":"list","items":["{{script}}"]},
               {"type":"image","url":"/a.png","alt":"{{script}}","caption":"{{script}}","credit":"{{script}}"}]}
            """);

        using var response = await Editor.GetAsync($"/api/v1/stories/{story.Id}", Cancel);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal($"{script}\n\n{script}\n\n{script}\n\n{script}", Text(await ReadAsync(response), "text"));
    }

    [Fact]
    public async Task Every_writer_reads_what_was_just_written()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async _ =>
        {
            var story = await PublishAsync();
            var revised = await ChangeAsync(story, "headline", """{"headline":"Read at once","reason":"Because"}""");
            using var reader = Server.Client();

            var seen = await GetAsync($"/api/v1/stories/{story.Slug}", reader);

            Assert.Equal(revised.Version, seen.GetProperty("version").GetInt64());
            Assert.Equal("Read at once", Text(seen, "headline"));
        }));
    }
}
