using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Ledger.EventStore;
using Ledger.Web.Security.Outside;
using Ledger.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Web.Tests.Security.Outside;

/// <summary>Tokens that an identity provider has signed, with a real one on this machine.</summary>
public sealed class SignedElsewhere : IAsyncLifetime
{
    private readonly RsaSecurityKey rsa = Provider.Rsa("rsa-1");
    private readonly ECDsaSecurityKey ec = Provider.Ec("ec-1");
    private Provider provider = null!;
    private WebServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        provider = await Provider.StartAsync(rsa, ec);
        server = await WebServer.StartAsync(new() { IdentityProvider = Settings(provider.KeysAddress) });
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task A_story_is_published_by_whom_the_token_names()
    {
        using var client = With(Provider.Sign(rsa, "RS256"));
        using var story = new StringContent(
            """{"headline":"From elsewhere","language":"en","blocks":[{"type":"paragraph","text":"It is."}]}""",
            Encoding.UTF8, "application/json");

        using var response = await client.PostAsync("/api/v1/stories", story, Cancel);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var log = server.Services.GetRequiredService<IEventStore>();
        var last = await log.ReadAllAsync(0, null, Cancel).LastAsync(Cancel);
        Assert.Equal(("idp:a1b2", "Olga Berg"), (last.Metadata.Actor, last.Metadata.ActorName));
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("PS256")]
    [InlineData("ES256")]
    public async Task These_algorithms_are_taken(string algorithm) =>
        Assert.Equal(HttpStatusCode.OK, await AskAsync(Sign(algorithm)));

    [Fact]
    public async Task What_is_not_of_the_provider_for_this_site_and_now_is_refused()
    {
        foreach (var (what, token) in new (string, string)[]
        {
            ("another issuer", Sign("RS256", claims => claims["iss"] = "https://elsewhere.example")),
            ("another audience", Sign("RS256", claims => claims["aud"] = "another-site")),
            ("no audience", Sign("RS256", claims => claims.Remove("aud"))),
            ("expired", Sign("RS256", claims => claims["exp"] = Provider.Seconds(-1))),
            ("no end", Sign("RS256", claims => claims.Remove("exp"))),
            ("not yet", Sign("RS256", claims => claims["nbf"] = Provider.Seconds(300))),
            ("nobody", Sign("RS256", claims => claims.Remove("sub"))),
            ("a key of another under the same id", Provider.Sign(Provider.Rsa("rsa-1"), "RS256")),
            ("the id of another key", Provider.Sign(new ECDsaSecurityKey(ec.ECDsa) { KeyId = "rsa-1" }, "ES256")),
            ("nonsense", "a.b.c"),
            ("no token", "eyJhbGciOiJub25lIn0"),
        })
        {
            Assert.Equal((what, HttpStatusCode.Unauthorized), (what, await AskAsync(token)));
        }
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var payload = Sign("RS256").Split('.')[1];
        string[] headers =
            ["""{"alg":"none"}""", """{"alg":"none","kid":"rsa-1"}""", """{"alg":"None","kid":"rsa-1"}"""];
        foreach (var header in headers)
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(Provider.Forge(header, payload, _ => [])));
    }

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        var payload = Sign("RS256").Split('.')[1];
        byte[][] secrets =
        [
            rsa.Rsa.ExportSubjectPublicKeyInfo(), rsa.Rsa.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(rsa.Rsa.ExportSubjectPublicKeyInfoPem()),
            Encoding.UTF8.GetBytes(Provider.Document([rsa])),
        ];
        foreach (var secret in secrets)
        {
            var forged = Provider.Forge(
                """{"alg":"HS256","kid":"rsa-1","typ":"JWT"}""", payload, bytes => HMACSHA256.HashData(secret, bytes));
            Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync(forged));
        }
    }

    [Fact]
    public async Task Roles_are_those_of_the_claim_and_desks_limit_them()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Sign("ES256", claims => claims["roles"] = "unknown")));
        Assert.Equal(HttpStatusCode.Forbidden, await AskAsync(Sign("ES256", claims => claims.Remove("roles"))));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(Sign("ES256", claims => claims["roles"] = "auditor")));

        await server.PublishAsync(Newsroom.Short("A story of a town", "Words.") with { Section = "Town" }, "town");
        using var client = With(Sign("RS256", claims => claims["desks"] = new[] { "sport" }));
        using var change = new StringContent("""{"headline":"X","reason":"R"}""", Encoding.UTF8, "application/json");
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"1\"");
        using var response = await client.PostAsync("/api/v1/stories/town/headline", change, Cancel);
        Assert.Contains("other-desk", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_do_not_take_it()
    {
        using var client = With(Sign("RS256"));

        using var response = await client.GetAsync("/desk", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task The_keys_may_stand_in_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, Provider.Document([ec]), Cancel);
        try
        {
            await using var other = await WebServer.StartAsync(new() { IdentityProvider = Settings(file) });
            using var client = other.Client();
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sign("ES256"));

            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/events", Cancel)).StatusCode);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static IdentityProvider Settings(string keys) => new()
    {
        Issuer = Provider.Issuer,
        Audience = Provider.Audience,
        Keys = keys,
    };

    private string Sign(string algorithm, Action<Dictionary<string, object>>? change = null) =>
        Provider.Sign(algorithm == "ES256" ? ec : rsa, algorithm, change);

    private HttpClient With(string token)
    {
        var client = server.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<HttpStatusCode> AskAsync(string token)
    {
        using var client = With(token);
        using var response = await client.GetAsync("/api/v1/events", Cancel);
        return response.StatusCode;
    }
}
