using System.Net;
using System.Text;
using Ledger.Application.People;
using Ledger.Web.Tests.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Security;

/// <summary>Every endpoint of the API with every role, by the server's own list: none is forgotten.</summary>
public sealed class RoleMatrix(WebServer server) : ApiTest(server)
{
    /// <summary>What each address needs; null is open to everybody.</summary>
    private static readonly Dictionary<string, Permission?> Needed = new()
    {
        ["GET /api/v1/stories"] = null,
        ["GET /api/v1/stories/{story}"] = null,
        ["GET /api/v1/stories/{story}/revisions"] = null,
        ["GET /api/v1/stories/{story}/revisions/{number:int}"] = null,
        ["GET /api/v1/stories/{story}/compare/{a:int}...{b:int}"] = null,
        ["GET /api/v1/stories/{story}/changelog"] = null,
        ["GET /api/v1/stories/{story}/blame"] = null,
        ["GET /api/v1/stories/{story}/formats/{format}"] = null,
        ["GET /api/v1/stories/{story}/revisions/{number:int}/formats/{format}"] = null,
        ["GET /api/v1/corrections"] = null,
        ["GET /api/v1/corrections/{id:guid}"] = null,
        ["GET /api/v1/metrics"] = Permission.ReadLog,
        ["GET /api/v1/proofs/{event}"] = null,
        ["GET /api/v1/reports"] = Permission.HandleReports,
        ["GET /api/v1/reports/{receipt}"] = null,
        ["POST /api/v1/reports"] = null,
        ["POST /api/v1/reports/{id:guid}/triage"] = Permission.HandleReports,
        ["POST /api/v1/reports/{id:guid}/decline"] = Permission.HandleReports,
        ["POST /api/v1/reports/{id:guid}/close"] = Permission.HandleReports,
        ["POST /api/v1/reports/{id:guid}/merge"] = Permission.HandleReports,
        ["POST /api/v1/reports/{id:guid}/reopen"] = Permission.HandleReports,
        ["POST /api/v1/reports/{id:guid}/contact-erasure"] = Permission.HandleReports,
        ["GET /api/v1/stories/{story}/copies"] = Permission.EditStories,
        ["GET /api/v1/copy-tasks"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/copies"] = Permission.EditStories,
        ["POST /api/v1/copies/{copy:guid}/settlements"] = Permission.EditStories,
        ["POST /api/v1/copies/{copy:guid}/unlink"] = Permission.EditStories,
        ["GET /api/v1/events"] = Permission.ReadLog,
        ["GET /api/v1/events/stream"] = Permission.ReadLog,
        ["POST /api/v1/stories"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/revisions"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections"] = Permission.EditStories,
        ["PUT /api/v1/stories/{story}/corrections/{cid:guid}"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/submit"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/approve"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/rush"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/reject"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/discard"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/amend"] = Permission.ApproveCorrections,
        ["POST /api/v1/stories/{story}/corrections/{cid:guid}/withdraw"] = Permission.ApproveCorrections,
        ["POST /api/v1/stories/{story}/fixes"] = Permission.EditStories,
        ["GET /api/v1/fixes/{id:guid}"] = Permission.EditStories,
        ["POST /api/v1/fixes/{id:guid}/approve"] = Permission.EditStories,
        ["POST /api/v1/fixes/{id:guid}/reject"] = Permission.EditStories,
        ["GET /api/v1/assets"] = Permission.ReadLog,
        ["GET /api/v1/assets/{id:guid}"] = Permission.ReadLog,
        ["POST /api/v1/assets"] = Permission.EditStories,
        ["POST /api/v1/assets/{id:guid}/corrections"] = Permission.EditStories,
        ["POST /api/v1/assets/{id:guid}/corrections/{cid:guid}/approve"] = Permission.EditStories,
        ["POST /api/v1/assets/{id:guid}/corrections/{cid:guid}/publish"] = Permission.EditStories,
        ["POST /api/v1/assets/{id:guid}/corrections/{cid:guid}/reject"] = Permission.EditStories,
        ["POST /api/v1/assets/{id:guid}/corrections/{cid:guid}/waive"] = Permission.EditStories,
        ["GET /api/v1/drafts"] = Permission.ReadLog,
        ["GET /api/v1/drafts/{id:guid}"] = Permission.ReadLog,
        ["GET /api/v1/policy"] = null,
        ["PUT /api/v1/policy"] = Permission.ManagePolicy,
        ["POST /api/v1/stories/{story}/attributions"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/captions"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/headline"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/slug"] = Permission.EditStories,
        ["POST /api/v1/stories/{story}/retraction"] = Permission.EditStories,
    };

    [Fact]
    public void The_table_names_every_address_of_the_api() => Assert.Equal(
        Needed.Keys.Order(StringComparer.Ordinal), Endpoints().Select(pair => pair.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_address_that_writes_asks_for_a_permission_but_that_of_readers() => Assert.All(
        Endpoints().Where(pair =>
            !pair.Key.StartsWith("GET ", StringComparison.Ordinal) && pair.Key != "POST /api/v1/reports"),
        pair => Assert.NotEmpty(pair.Value.Metadata.OfType<IAuthorizeData>()));

    [Fact]
    public async Task Each_role_may_do_exactly_what_the_table_says()
    {
        var story = await PublishAsync();
        var head = await HeadAsync();
        foreach (var role in Enum.GetValues<Role>().Cast<Role?>().Append(null))
        {
            using var client = role is { } given ? await Server.ClientAsync(given) : Server.Client();
            foreach (var (address, permission) in Needed)
            {
                var allowed = permission is not { } needed
                    || (role is { } has && Permissions.RolesFor(needed).Contains(has));
                var expected = allowed ? "let through" : role is null ? "Unauthorized" : "Forbidden";

                var status = await AskAsync(client, address, story.Id);

                var isRefused = status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
                var seen = isRefused ? $"{status}" : "let through";
                Assert.Equal($"{role} {address}: {expected}", $"{role} {address}: {seen}");
            }
        }

        Assert.Equal(head, await HeadAsync());
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient client, string address, Guid story)
    {
        var parts = address.Split(' ');
        var path = parts[1].Replace("{story}", story.ToString(), StringComparison.Ordinal)
            .Replace("{copy:guid}", story.ToString(), StringComparison.Ordinal)
            .Replace("{cid:guid}", story.ToString(), StringComparison.Ordinal)
            .Replace("{id:guid}", story.ToString(), StringComparison.Ordinal)
            .Replace("{number:int}", "1", StringComparison.Ordinal)
            .Replace("{format}", "ninjs", StringComparison.Ordinal)
            .Replace("{a:int}...{b:int}", "1...1", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Parse(parts[0]), path);

        // Not a change of any kind: who is let through is told so, and nothing is written.
        if (request.Method != HttpMethod.Get)
            request.Content = new StringContent("{}", Encoding.UTF8, "application/json");

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);

        return response.StatusCode;
    }

    private IEnumerable<KeyValuePair<string, RouteEndpoint>> Endpoints() =>
        from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select KeyValuePair.Create($"{method} {path}", endpoint);
}
