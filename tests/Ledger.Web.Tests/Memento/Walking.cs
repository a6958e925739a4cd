using System.Globalization;
using System.Net;
using System.Text.Json;
using Ledger.Application.Stories;
using Ledger.Domain.Stories;
using Ledger.Web.Tests.Pages;

namespace Ledger.Web.Tests.Memento;

/// <summary>The past of a story, as a program finds it that knows RFC 7089 and nothing else.</summary>
public sealed class Walking : IAsyncLifetime
{
    private const int Revisions = 23;
    private const string ForGood = "public, max-age=31536000, immutable";
    private static readonly DateTimeOffset Begin = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private WebServer server = null!;
    private MementoClient client = null!;
    private HttpClient http = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Story => server.BaseAddress + "stories/past";

    public async ValueTask InitializeAsync()
    {
        // Small pages, so that there are several; three revisions in one second, and one a microsecond before the next.
        server = await WebServer.StartAsync(new() { TimeMapPage = 5 });
        http = server.Client();
        client = new(http);
        await server.SendAsync(new PublishStory(Newsroom.Short("The past", "Text 1."), "past")
        {
            Actor = Newsroom.Editor,
            ClaimedAt = TimeOf(1),
        });
        for (var n = 2; n <= Revisions; n++)
        {
            await server.SendAsync(new ReviseArticle(
                Newsroom.Short("The past", FormattableString.Invariant($"Text {n}.")), RevisionKind.Update, null)
            {
                Actor = Newsroom.Editor,
                Story = "past",
                ClaimedAt = TimeOf(n),
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Every_memento_is_reached_from_the_first_and_from_the_last_and_by_the_map()
    {
        using var story = await client.AskAsync(Story);
        Assert.Equal(HttpStatusCode.OK, story.StatusCode);
        Assert.Equal(Story, MementoClient.Address(story, "original"));
        var map = await client.ListAsync(MementoClient.Address(story, "timemap"));

        Assert.Equal(Enumerable.Range(1, Revisions).Select(AddressOf).Order(), map.Select(m => m.Address).Order());
        Assert.Equal(AddressOf(1), map.Single(memento => memento.Rels.Contains("first")).Address);
        Assert.Equal(AddressOf(Revisions), map.Single(memento => memento.Rels.Contains("last")).Address);
        Assert.Equal(Enumerable.Range(1, Revisions).Select(AddressOf), await WalkAsync(AddressOf(1), "next"));
        Assert.Equal(Enumerable.Range(1, Revisions).Reverse().Select(AddressOf),
            await WalkAsync(AddressOf(Revisions), "prev"));
        foreach (var memento in map)
        {
            using var answer = await client.AskAsync(memento.Address);
            Assert.Equal(memento.At, MementoClient.Time(Assert.Single(answer.Headers.GetValues("Memento-Datetime"))));
        }
    }

    [Fact]
    public async Task A_gate_leads_to_the_state_at_a_thousand_instants()
    {
        var gates = new[] { Story, server.BaseAddress + "timegate/past" };

        // Spread over the story's life and beyond both ends, always at the same instants.
        for (var i = 0; i < 1_000; i++)
        {
            var time = Begin.AddSeconds(-60 + i * 7919 % 2_000);
            var expected = Enumerable.Range(1, Revisions)
                .LastOrDefault(n => TimeOf(n) < time.AddSeconds(1), 1);

            Assert.Equal((time, AddressOf(expected)), (time, await client.NegotiateAsync(gates[i % 2], time)));
        }
    }

    [Fact]
    public async Task The_time_of_a_memento_leads_back_to_it_or_to_the_last_of_its_second()
    {
        foreach (var memento in await client.ListAsync(server.BaseAddress + "timemap/past"))
        {
            var there = await client.NegotiateAsync(Story, memento.At!.Value);
            using var answer = await client.AskAsync(there);

            Assert.Equal(memento.At, MementoClient.Time(Assert.Single(answer.Headers.GetValues("Memento-Datetime"))));
        }

        Assert.Equal(AddressOf(7), await client.NegotiateAsync(Story, TimeOf(5)));
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-03-01T08:00:00Z")]
    [InlineData("Mon, 01 Mar 2026 08:00:00 GMT")]
    [InlineData("Sun, 01 Mar 2026 08:00:00 +0100")]
    [InlineData("")]
    public async Task A_time_that_cannot_be_read_is_refused(string time)
    {
        foreach (var gate in new[] { Story, server.BaseAddress + "timegate/past" })
        {
            using var answer = await client.AskAsync(gate, ("Accept-Datetime", time));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Without_a_time_a_story_is_its_present_and_a_gate_leads_to_its_last_state()
    {
        using var gate = await client.AskAsync(server.BaseAddress + "timegate/past");
        using var missing = await client.AskAsync(server.BaseAddress + "timegate/never-written");
        using var story = await client.AskAsync(Story);

        Assert.Equal(AddressOf(Revisions), gate.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        Assert.Contains("Text 23.", await story.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(AddressOf(Revisions), MementoClient.Address(story, "latest-version"));
        Assert.Equal(AddressOf(Revisions - 1), MementoClient.Address(story, "predecessor-version"));
    }

    [Fact]
    public async Task A_page_in_memory_answers_nobody_who_asks_for_another_time()
    {
        for (var i = 0; i < 3; i++)
        {
            using var present = await client.AskAsync(Story);
            Assert.Equal(HttpStatusCode.OK, present.StatusCode);
            Assert.Equal(AddressOf(1), await client.NegotiateAsync(Story, Begin.AddDays(-1)));
        }
    }

    [Fact]
    public async Task A_past_version_may_be_kept_for_a_year_and_the_last_one_not()
    {
        for (var i = 0; i < 2; i++)
        {
            using var past = await client.AskAsync(AddressOf(2));
            using var last = await client.AskAsync(AddressOf(Revisions));

            Assert.Equal(ForGood, Assert.Single(past.Headers.GetValues("Cache-Control")));
            Assert.Equal("no-cache", Assert.Single(last.Headers.GetValues("Cache-Control")));
            Assert.Equal("noindex", Assert.Single(past.Headers.GetValues("X-Robots-Tag")));
            Assert.Equal(Story, MementoClient.Address(past, "canonical"));
            Assert.Equal(AddressOf(1), MementoClient.Address(past, "predecessor-version"));
            Assert.Equal(AddressOf(3), MementoClient.Address(past, "successor-version"));
            Assert.DoesNotContain(MementoClient.LinksOf(last), link => link.Rels.Contains("next"));
            using var known = await client.AskAsync(AddressOf(2), ("If-None-Match", past.Headers.ETag!.Tag));
            Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
            Assert.Equal(ForGood, Assert.Single(known.Headers.GetValues("Cache-Control")));
        }
    }

    [Theory]
    [InlineData("application/json", "application/json")]
    [InlineData("application/link-format", "application/link-format")]
    [InlineData("*/*", "application/link-format")]
    [InlineData("application/json, application/link-format;q=0.5", "application/json")]
    [InlineData("text/html, application/json;q=0.2, */*;q=0.1", "application/json")]
    public async Task A_map_comes_in_the_form_that_is_asked_for(string accept, string expected)
    {
        using var answer = await client.AskAsync(server.BaseAddress + "timemap/past/2", ("Accept", accept));

        Assert.Equal(expected, answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", answer.Headers.Vary);
        if (expected == "application/json")
        {
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
            var list = json.RootElement.GetProperty("mementos").GetProperty("list");
            Assert.Equal(AddressOf(6), list[0].GetProperty("uri").GetString());
            Assert.Equal(2, json.RootElement.GetProperty("pages").GetArrayLength());
        }

        using var beyond = await client.AskAsync(server.BaseAddress + "timemap/past/6");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    private async Task<List<string>> WalkAsync(string from, string rel)
    {
        List<string> seen = [];
        for (var next = from; next is not null;)
        {
            seen.Add(next);
            using var answer = await client.AskAsync(next);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            next = MementoClient.LinksOf(answer).SingleOrDefault(link => link.Rels.Contains(rel))?.Address;
        }

        return seen;
    }

    private static DateTimeOffset TimeOf(int revision) => revision switch
    {
        5 or 6 or 7 => Begin.AddSeconds(300).AddMilliseconds(100 * revision),
        8 => Begin.AddSeconds(302).AddMicroseconds(-1),
        _ => Begin.AddSeconds(revision * 71).AddMilliseconds(revision * 37 % 1000),
    };

    private string AddressOf(int revision) =>
        Story + "/revisions/" + revision.ToString(CultureInfo.InvariantCulture);
}
