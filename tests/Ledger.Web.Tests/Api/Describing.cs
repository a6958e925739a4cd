using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Api;

/// <summary>What the API says of itself. The golden file shows every change of it to whoever reviews one.</summary>
public sealed class Describing(WebServer server) : ApiTest(server)
{
    private const string GoldenFile = "Api/openapi.golden.json";

    [Fact]
    public async Task The_description_is_as_it_was_agreed()
    {
        using var reader = Server.Client();
        var description = await reader.GetStringAsync("/openapi/v1.json", Cancel) + "\n";

        // A wanted change is taken over by running this test once with LEDGER_UPDATE_GOLDEN set to the tests' folder.
        if (Environment.GetEnvironmentVariable("LEDGER_UPDATE_GOLDEN") is { Length: > 0 } tests)
            await File.WriteAllTextAsync(Path.Combine(tests, "Ledger.Web.Tests", GoldenFile), description, Cancel);
        else
            Assert.Equal(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, GoldenFile), Cancel),
                description);
    }

    [Fact]
    public async Task Every_address_of_the_api_is_described()
    {
        var described = (await GetAsync("/openapi/v1.json")).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}"));

        Assert.Equal(Mapped().Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_answered_has_the_members_that_are_described()
    {
        var story = await PublishAsync();
        var schemas = (await GetAsync("/openapi/v1.json")).GetProperty("components").GetProperty("schemas");

        Holds(schemas.GetProperty("StoryBody"), await GetAsync($"/api/v1/stories/{story.Id}"));
        Holds(schemas.GetProperty("RevisionBody"), await GetAsync($"/api/v1/stories/{story.Id}/revisions/1"));
        Holds(schemas.GetProperty("CompareBody"), await GetAsync($"/api/v1/stories/{story.Id}/compare/1...1"));
        Holds(schemas.GetProperty("EventsBody"), await GetAsync("/api/v1/events"));
        Holds(schemas.GetProperty("EventBody"), (await GetAsync("/api/v1/events")).GetProperty("items")[0]);
        Holds(schemas.GetProperty("StorySummary"), (await GetAsync("/api/v1/stories")).GetProperty("items")[0]);
    }

    private static void Holds(JsonElement schema, JsonElement answer)
    {
        var described = schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).ToHashSet();
        var required = schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ToHashSet();
        var members = answer.EnumerateObject().Select(member => member.Name).ToHashSet();

        Assert.Subset(described, members);
        Assert.Superset(required, members);
    }

    private IEnumerable<string> Mapped() =>
        from endpoint in Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/api/", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method.ToLowerInvariant()} {WithoutConstraints(endpoint.RoutePattern)}";

    private static string WithoutConstraints(RoutePattern pattern) => "/" + string.Join('/',
        pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new InvalidOperationException($"{part.PartKind} is not known."),
        }))));
}
