namespace Ledger.Application.People;

/// <summary>What somebody may do. Stored and shown in lower case.</summary>
public enum Role { Reader, Editor, Standards, Auditor, Admin }

/// <summary>What a token may be used for, whatever the roles of its account. Stored and shown in lower case.</summary>
public enum Scope { Read, Write, Admin }

/// <summary>The person or program that asks for something.</summary>
/// <param name="Id">Stable and recorded in the log: <c>user:ada</c>, <c>os:deploy</c>.</param>
/// <param name="Name">As it is shown.</param>
public sealed record Actor(string Id, string Name, IReadOnlyList<Role> Roles)
{
    /// <summary>Somebody without an account, or whose account is nobody's business.</summary>
    public static Actor AnyReader { get; } = new("reader", "A reader", [Role.Reader]);

    /// <summary>The desks that the actor is limited to; none is every desk.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>What the token allows that the actor brought; null where there is none, and so no such limit.</summary>
    public IReadOnlyList<Scope>? Scopes { get; init; }

    /// <summary>Whether it is whoever operates the ledger at its terminal, and not an account.</summary>
    public bool IsOperator => Id.StartsWith("os:", StringComparison.Ordinal);

    public bool Has(Role role) => Roles.Contains(role);
}
