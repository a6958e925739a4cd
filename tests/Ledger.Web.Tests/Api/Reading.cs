using System.Net;
using System.Text.Json;
using Ledger.Application.People;

namespace Ledger.Web.Tests.Api;

public sealed class Reading(WebServer server) : ApiTest(server)
{
    [Fact]
    public async Task Stories_are_listed_page_by_page_without_loss_or_repetition()
    {
        var made = new HashSet<Guid>();
        for (var i = 0; i < 5; i++)
            made.Add((await PublishAsync()).Id);

        var seen = await WalkAsync("/api/v1/stories?limit=2");

        Assert.Equal(seen.Count, seen.Select(Id).Distinct().Count());
        Assert.Superset(made, seen.Select(Id).ToHashSet());
    }

    [Fact]
    public async Task Stories_are_found_by_words_of_the_headline()
    {
        var made = await PublishAsync();
        var marked = await ChangeAsync(made, "headline", """{"headline":"The zeppelin lands","reason":"R"}""");

        var found = (await GetAsync("/api/v1/stories?q=zeppelin")).GetProperty("items");

        Assert.Equal(marked.Id, Assert.Single(found.EnumerateArray().Select(Id)));
        Assert.Empty((await GetAsync("/api/v1/stories?q=%27%3B%20drop%20table")).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Revisions_and_changes_are_listed_newest_first()
    {
        var story = await PublishAsync();
        for (var i = 2; i <= 5; i++)
        {
            story = await ChangeAsync(
                story, "headline", $$"""{"headline":"Headline {{i}}","reason":"Because {{i}}"}""");
        }

        var revisions = await WalkAsync($"/api/v1/stories/{story.Slug}/revisions?limit=2");
        var changes = await WalkAsync($"/api/v1/stories/{story.Id}/changelog?limit=2");

        Assert.Equal([5, 4, 3, 2, 1], revisions.Select(item => item.GetProperty("revision").GetInt32()));
        Assert.Equal(["Headline 5", "Headline 4", "Headline 3", "Headline 2"],
            revisions.Take(4).Select(item => item.GetProperty("headline").GetString()));
        Assert.Equal([5, 4, 3, 2, 1], changes.Select(item => item.GetProperty("version").GetInt32()));
        Assert.Equal("headline_changed", changes[0].GetProperty("type").GetString());
        Assert.Equal("Because 5", changes[0].GetProperty("facts").GetProperty("note").GetString());
    }

    [Fact]
    public async Task Two_revisions_are_compared_word_by_word()
    {
        var story = await PublishAsync();
        await ChangeAsync(story, "corrections",
            """{"class":"factual-error","note":"It cost 14 million.","wrong":"40 million","right":"14 million"}""");

        var comparison = await GetAsync($"/api/v1/stories/{story.Id}/compare/1...2");

        Assert.Equal((1, 2), (comparison.GetProperty("from").GetProperty("revision").GetInt32(),
            comparison.GetProperty("to").GetProperty("revision").GetInt32()));
        var block = comparison.GetProperty("blocks").EnumerateArray()
            .Single(row => row.GetProperty("change").GetString() == "changed");
        var runs = block.GetProperty("fields")[0].GetProperty("runs").EnumerateArray()
            .ToLookup(run => run.GetProperty("kind").GetString(), run => run.GetProperty("text").GetString());
        Assert.Equal("40", string.Concat(runs["removed"]).Trim());
        Assert.Equal("14", string.Concat(runs["added"]).Trim());
    }

    [Fact]
    public async Task Corrections_are_filtered_by_class_section_and_time()
    {
        var section = $"section {Guid.NewGuid():N}";
        var story = await PublishAsync(NewStory().Replace("Towns", section, StringComparison.Ordinal));
        var first = await ChangeAsync(story, "corrections",
            """{"class":"factual-error","note":"It cost 14 million.","wrong":"40 million","right":"14 million"}""");
        var second = await ChangeAsync(first, "corrections",
            """{"class":"misspelling-name","note":"He is Joran Pell.","wrong":"Joren","right":"Joran"}""");
        var all = $"/api/v1/corrections?section={Uri.EscapeDataString(section)}";
        var issued = Text(await GetAsync($"/api/v1/corrections/{first.CorrectionId}"), "occurredAt")!;
        var exactly = Uri.EscapeDataString(issued);

        async Task<Guid?[]> FindAsync(string more) =>
            [.. (await GetAsync(all + more)).GetProperty("items").EnumerateArray().Select(item => (Guid?)Id(item))];

        Assert.Equal([second.CorrectionId, first.CorrectionId], await FindAsync(""));
        Assert.Equal([first.CorrectionId], await FindAsync("&class=factual-error"));
        Assert.Equal([second.CorrectionId, first.CorrectionId],
            (await WalkAsync(all + "&limit=1")).Select(item => (Guid?)Id(item)));
        Assert.Equal([second.CorrectionId, first.CorrectionId], await FindAsync($"&from={exactly}"));
        Assert.Empty(await FindAsync($"&to={exactly}"));
        Assert.Equal(2, (await FindAsync($"&from={issued[..10]}&to={issued[..10]}")).Length);
        Assert.Empty(await FindAsync("&to=2020-01-01"));
    }

    [Fact]
    public async Task The_public_is_not_told_the_names_of_accounts()
    {
        var story = await PublishAsync();
        var corrected = await ChangeAsync(story, "corrections",
            """{"class":"factual-error","note":"It cost 14 million.","wrong":"40 million","right":"14 million"}""");
        using var auditor = await Server.ClientAsync(Role.Auditor);
        using var reader = Server.Client();

        string[] paths = ["stories/{0}/changelog", "stories/{0}/revisions", "stories/{0}/compare/1...2",
            "corrections", $"corrections/{corrected.CorrectionId}"];
        foreach (var path in paths.Select(path => path.Replace("{0}", story.Slug, StringComparison.Ordinal)))
        {
            var seen = (await GetAsync($"/api/v1/{path}", reader)).GetRawText();
            Assert.DoesNotContain("user:", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Account ", seen, StringComparison.Ordinal);
            Assert.Contains("\"user:account-", (await GetAsync($"/api/v1/{path}", auditor)).GetRawText(),
                StringComparison.Ordinal);
        }
    }

    /// <summary>Follows the links to the next page up to the last.</summary>
    private async Task<List<JsonElement>> WalkAsync(string? address)
    {
        var items = new List<JsonElement>();
        while (address is not null)
        {
            using var response = await Editor.GetAsync(address, Cancel);
            var page = await ReadAsync(response);
            items.AddRange(page.GetProperty("items").EnumerateArray());
            Assert.Equal(response.Headers.Contains("Link"), page.TryGetProperty("nextCursor", out _));
            address = response.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        return items;
    }

    private static Guid Id(JsonElement item) => item.GetProperty("id").GetGuid();

    [Fact]
    public async Task Two_revisions_are_compared_in_the_shape_of_mediawiki_too()
    {
        var story = await PublishAsync();
        await ChangeAsync(story, "corrections", """
            {"class":"factual-error","claims":[{"wrong":"40 million","right":"50 million"}],"note":"It cost 50."}
            """);

        var body = await GetAsync($"/api/v1/stories/{story.Id}/compare/1...2?format=mediawiki");
        var changed = body.GetProperty("diff").EnumerateArray().Single(line => Number(line, "type") == 3);
        Assert.Equal("The bridge cost 4050 million crowns.", Text(changed, "text"));
        Assert.Equal(2, changed.GetProperty("highlightRanges").GetArrayLength());
        Assert.Equal(1, Number(body.GetProperty("from"), "id"));

        Assert.True((await GetAsync($"/api/v1/stories/{story.Id}/compare/1...2")).TryGetProperty("blocks", out _));
        using var bad = await Editor.GetAsync($"/api/v1/stories/{story.Id}/compare/1...2?format=unified", Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
    }
}
