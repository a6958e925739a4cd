using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Web.Tests.Security.Outside;

/// <summary>An identity provider of the tests, with keys made by them and its key set served over HTTP.</summary>
public sealed class Provider : IAsyncDisposable
{
    public const string Issuer = "https://id.newsroom.example";
    public const string Audience = "ledger";

    private readonly WebApplication app;
    private readonly List<SecurityKey> published = [];

    private Provider(WebApplication app) => this.app = app;

    /// <summary>How often the key set was asked for.</summary>
    public int Fetches { get; private set; }

    /// <summary>Whether the key set is answered with an error.</summary>
    public bool IsDown { get; set; }

    public string KeysAddress => $"{app.Urls.Single()}/keys";

    public static async Task<Provider> StartAsync(params SecurityKey[] keys)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var provider = new Provider(app);
        provider.published.AddRange(keys);
        app.MapGet("/keys", provider.Answer);
        await app.StartAsync();
        return provider;
    }

    public void Publish(params SecurityKey[] keys)
    {
        published.Clear();
        published.AddRange(keys);
    }

    public static RsaSecurityKey Rsa(string id) => new(RSA.Create(2048)) { KeyId = id };

    public static ECDsaSecurityKey Ec(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    /// <summary>A token as the provider gives it, with some of it otherwise.</summary>
    public static string Sign(
        SecurityKey key, string algorithm, Action<Dictionary<string, object>>? change = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = "a1b2",
            ["name"] = "Olga Berg",
            ["roles"] = new[] { "editor", "something-else" },
            ["nbf"] = Seconds(-60),
            ["exp"] = Seconds(600),
        };
        change?.Invoke(claims);
        return new JsonWebTokenHandler().CreateToken(
            JsonSerializer.Serialize(claims), new SigningCredentials(key, algorithm));
    }

    /// <summary>A token of whatever header, signed by whatever.</summary>
    public static string Forge(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = $"{Base64UrlEncoder.Encode(header)}.{payload}";
        return $"{signed}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static long Seconds(int fromNow) => DateTimeOffset.UtcNow.AddSeconds(fromNow).ToUnixTimeSeconds();

    /// <summary>The key set, as it is served.</summary>
    public static string Document(IEnumerable<SecurityKey> keys) => JsonSerializer.Serialize(new
    {
        keys = keys.Select(JsonWebKeyConverter.ConvertFromSecurityKey)
            .Select(key => new { kty = key.Kty, kid = key.Kid, n = key.N, e = key.E, key.Crv, key.X, key.Y }),
    }, JsonSerializerOptions.Web);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private IResult Answer()
    {
        Fetches++;
        return IsDown ? Results.StatusCode(500) : Results.Text(Document(published), "application/json");
    }
}
