using System.Net;
using Ledger.Application.People;
using Ledger.Projections.Stories;
using Ledger.Web.Api.Formats;
using Ledger.Web.Tests.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Withholding;

/// <summary>
/// No word of a withdrawn or removed story at any address that the public can read, by the server's own list of them.
/// </summary>
public sealed class WithheldWords(WebServer server) : IClassFixture<WebServer>
{
    [Theory]
    [InlineData(StoryStatus.Withdrawn)]
    [InlineData(StoryStatus.Removed)]
    public async Task No_address_of_the_public_tells_a_word(StoryStatus status)
    {
        var story = await SecretStory.PublishAsync(server);
        using var reader = server.Client();
        var addresses = Addresses(story).ToList();

        // All are asked for before too, so that a page that was kept in memory would show; and each does tell it.
        var told = await TellingAsync(reader, story, addresses);
        Assert.Contains("/", told);
        Assert.Contains($"/api/v1/stories?q={story.Word}", told);
        Assert.Contains($"/search?q={story.Word.ToLowerInvariant()}", told);
        Assert.InRange(told.Count, 15, addresses.Count);

        _ = status == StoryStatus.Withdrawn
            ? await story.Hand.WithdrawAsync("It was not to go out.")
            : await story.Hand.RemoveAsync("It may not be shown.", blockedBy: "https://courts.example/17");

        Assert.Empty(await TellingAsync(reader, story, addresses));
        using var auditor = await server.ClientAsync(Role.Auditor);
        var still = await TellingAsync(auditor, story, addresses);
        Assert.Contains($"/api/v1/stories/{story.Id}", still);
        Assert.Contains($"/api/v1/stories/{story.Slug}/revisions/1", still);

        await server.SendAsync(new Application.Stories.ReinstateArticle("It may be shown again.")
        {
            Actor = Newsroom.Standards,
            Story = story.Slug,
        });
        Assert.Equal(told, await TellingAsync(reader, story, addresses));
    }

    [Fact]
    public async Task Every_address_of_the_public_is_asked_for()
    {
        var story = await SecretStory.PublishAsync(server);
        var asked = Addresses(story).ToList();
        var open = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.Metadata.OfType<IAuthorizeData>().Any()
                && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") != false)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => path.Contains('{', StringComparison.Ordinal) && !IsAboutOtherThings(path));

        Assert.All(open, path => Assert.Contains(asked, address => Matches(path, address)));
    }

    // What speaks of no story, and the further pages of lists whose first one is asked for. Proofs and the tiles of the
    // log have leaves, which commit to words and tell none.
    private static bool IsAboutOtherThings(string path) =>
        path.StartsWith("/problems/", StringComparison.Ordinal)
        || path.StartsWith("/witness/", StringComparison.Ordinal)
        || path.StartsWith("/log/tile/", StringComparison.Ordinal)
        || path.StartsWith("/api/v1/proofs/", StringComparison.Ordinal)
        || path.StartsWith("/openapi/", StringComparison.Ordinal)
        || path.StartsWith("/corrections/archive/", StringComparison.Ordinal)
        || path.Contains("/changelog/{number", StringComparison.Ordinal)
        || path.Contains("/{page:int", StringComparison.Ordinal)
        || path.StartsWith("/link/", StringComparison.Ordinal);

    private static bool Matches(string route, string address)
    {
        var (parts, asked) = (route.Split('/'), address.Split('?')[0].Split('/'));
        var fewest = parts.Count(part => !part.EndsWith("?}", StringComparison.Ordinal));
        return asked.Length >= fewest && asked.Length <= parts.Length
            && asked.Zip(parts).All(pair => pair.Second.Contains('{', StringComparison.Ordinal)
                || pair.First == pair.Second);
    }

    private static IEnumerable<string> Addresses(SecretStory story)
    {
        string[] everywhere =
        [
            "/", "/corrections", "/corrections?section=Towns", $"/corrections/{story.Correction}",
            $"/reports/{story.Receipt}", "/api/v1/stories", $"/api/v1/stories?q={story.Word}",
            "/api/v1/corrections", $"/api/v1/corrections?q={story.Word}",
            $"/search?q={story.Word.ToLowerInvariant()}", "/search",
            $"/corrections?q={story.Word.ToLowerInvariant()}", "/corrections.atom", "/corrections.json",
            $"/api/v1/corrections/{story.Correction}", $"/api/v1/reports/{story.Receipt}", "/api/v1/policy",
        ];
        string[] parts = ["", "/history", "/revisions/1", "/revisions/6", "/compare/1...5", "/report", "/blame"];
        string[] members = ["", "/revisions", "/revisions/1", "/revisions/6", "/compare/1...5", "/changelog", "/blame"];
        var formats = FormatEndpoints.All.Select(format => $"/formats/{format.Name}").ToList();
        string[] written = [.. formats, .. formats.Select(format => $"/revisions/1{format}")];
        string[] names = [story.Id.ToString(), story.Slug, $"{story.Slug}-at-first"];
        string[] roots =
        [
            "/stories/{0}/status.json", "/stories/{0}/status.svg", "/stories/{0}/changelog.atom",
            "/timegate/{0}", "/timemap/{0}",
        ];
        return
        [
            .. everywhere,
            .. names.SelectMany(name => roots.Select(root => root.Replace("{0}", name, StringComparison.Ordinal))),
            .. names.SelectMany(name => parts.Select(part => $"/stories/{name}{part}")),
            .. names.SelectMany(name => members.Concat(written).Select(part => $"/api/v1/stories/{name}{part}")),
        ];
    }

    // In capitals it is a word of the story; in small letters, of an address that was not asked for.
    private static async Task<List<string>> TellingAsync(
        HttpClient client, SecretStory story, IEnumerable<string> addresses)
    {
        var telling = new List<string>();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(
                answer.StatusCode is not HttpStatusCode.NotFound and < HttpStatusCode.InternalServerError,
                $"{address}: {(int)answer.StatusCode} {body}");
            var told = $"{body}{answer.Headers}";
            var isTyped = address.Contains(story.Word, StringComparison.OrdinalIgnoreCase);
            if (told.Contains(story.Word, isTyped ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase))
                telling.Add(address);
        }

        return telling;
    }
}
