using Ledger.Application.People;

namespace Ledger.Web.Security.Outside;

/// <summary>An identity provider whose signed tokens the API takes.</summary>
public sealed record IdentityProvider
{
    /// <summary>The <c>iss</c> of its tokens.</summary>
    public required string Issuer { get; init; }

    /// <summary>The <c>aud</c> that its tokens for this site have.</summary>
    public required string Audience { get; init; }

    /// <summary>Where its keys are: the address of a JWKS document, or the path of a file with one.</summary>
    public required string Keys { get; init; }

    /// <summary>The claim that says who it is; it becomes the actor <c>idp:...</c> of the log.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <summary>The claim that says what somebody may do.</summary>
    public string RolesClaim { get; init; } = "roles";

    /// <summary>Which of its values are which roles; by default those of the same name. Others count nothing.</summary>
    public IReadOnlyDictionary<string, Role> Roles { get; init; } = Enum.GetValues<Role>()
        .ToDictionary(role => role.ToString().ToLowerInvariant(), role => role, StringComparer.Ordinal);

    /// <summary>The claim that limits somebody to desks, where there is one.</summary>
    public string DesksClaim { get; init; } = "desks";

    /// <summary>For how long keys are used before they are fetched again.</summary>
    public TimeSpan KeysLast { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How soon after a fetch an unknown key leads to another: nobody makes us ask without end.</summary>
    public TimeSpan KeysPause { get; init; } = TimeSpan.FromSeconds(30);
}
