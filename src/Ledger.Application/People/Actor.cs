namespace Ledger.Application.People;

/// <summary>What somebody may do. Stored and shown in lower case.</summary>
public enum Role { Reader, Editor, Standards, Auditor, Admin }

/// <summary>The person or program that asks for something.</summary>
/// <param name="Id">Stable and recorded in the log: <c>user:ada</c>, <c>os:deploy</c>.</param>
/// <param name="Name">As it is shown.</param>
public sealed record Actor(string Id, string Name, IReadOnlyList<Role> Roles)
{
    /// <summary>Somebody without an account, or whose account is nobody's business.</summary>
    public static Actor AnyReader { get; } = new("reader", "A reader", [Role.Reader]);

    public bool Has(Role role) => Roles.Contains(role);
}
