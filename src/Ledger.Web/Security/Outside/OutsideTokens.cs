using System.Diagnostics.CodeAnalysis;
using Ledger.Application.People;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ledger.Web.Security.Outside;

/// <summary>Takes bearer tokens that an identity provider has signed.</summary>
/// <remarks>
/// Only by public keys of the provider's set, named by their id, and only by these algorithms: a token that is not
/// signed, or signed with the public key as if it were a secret, is nobody's.
/// </remarks>
public sealed class OutsideTokens(IdentityProvider provider, SigningKeys keys, TimeProvider time)
{
    private const string ActorPrefix = "idp:";
    private const int LongestToken = 16_384;
    private const int LongestName = 200;

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256,
    ];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };

    /// <summary>Whom the token speaks of; null when it is not a valid one.</summary>
    public async Task<Actor?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (token.Length > LongestToken || !handler.CanReadToken(token) || !TryRead(token, out var keyId))
            return null;

        var known = await keys.GetAsync(keyId, cancellationToken);
        var result = await handler.ValidateTokenAsync(token, Expected(known));
        return result.IsValid ? ToActor((JsonWebToken)result.SecurityToken) : null;
    }

    private bool TryRead(string token, out string? keyId)
    {
        keyId = null;
        try
        {
            keyId = handler.ReadJsonWebToken(token).Kid;
            return !string.IsNullOrEmpty(keyId);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    private TokenValidationParameters Expected(IReadOnlyList<SecurityKey> known) => new()
    {
        ValidIssuer = provider.Issuer,
        ValidAudience = provider.Audience,
        ValidAlgorithms = Algorithms,
        IssuerSigningKeys = known,
        TryAllIssuerSigningKeys = false,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        RequireAudience = true,
        LifetimeValidator = (notBefore, expires, _, _) => IsNow(notBefore, expires),
    };

    private bool IsNow(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now < expires && (notBefore is null || notBefore <= now);
    }

    private Actor? ToActor(JsonWebToken token)
    {
        var name = Values(token, provider.NameClaim).FirstOrDefault();
        var shown = Values(token, "name").FirstOrDefault();
        return IsName(name)
            ? new(ActorPrefix + name, IsName(shown) ? shown : name, RolesOf(token))
            {
                Desks = [.. Values(token, provider.DesksClaim)],
            }
            : null;
    }

    private static bool IsName([NotNullWhen(true)] string? name) =>
        name is { Length: > 0 and <= LongestName } && !name.Any(char.IsControl);

    private List<Role> RolesOf(JsonWebToken token) =>
    [
        .. Values(token, provider.RolesClaim)
            .Where(provider.Roles.ContainsKey).Select(value => provider.Roles[value]).Distinct(),
    ];

    // A claim with several values comes as several claims of its name.
    private static IEnumerable<string> Values(JsonWebToken token, string claim) =>
        token.Claims.Where(found => found.Type == claim).Select(found => found.Value);
}
