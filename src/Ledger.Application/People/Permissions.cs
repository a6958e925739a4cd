using Ledger.Domain;

namespace Ledger.Application.People;

/// <summary>The things that need a role.</summary>
public enum Permission
{
    EditStories, ReadLog, ManagePeople, OperateDatabase, ReportErrors, HandleReports, ApproveFixes,
}

/// <summary>Who may do what: the whole table.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Role[]> Table = new()
    {
        [Permission.EditStories] = [Role.Editor, Role.Standards],
        [Permission.ReadLog] = [Role.Auditor, Role.Editor, Role.Standards, Role.Admin],
        [Permission.ManagePeople] = [Role.Admin],
        [Permission.OperateDatabase] = [Role.Admin],
        [Permission.ReportErrors] = [.. Enum.GetValues<Role>()],
        [Permission.HandleReports] = [Role.Editor, Role.Standards],
        [Permission.ApproveFixes] = [Role.Standards],
    };

    /// <summary>The roles of which any one suffices.</summary>
    public static IReadOnlyList<Role> RolesFor(Permission permission) => Table[permission];

    public static bool May(this Actor actor, Permission permission) => Table[permission].Any(actor.Has);
}

public sealed record NotAllowed(Permission Permission) : Refusal("not-allowed",
    $"This needs one of the roles {string.Join(", ", Permissions.RolesFor(Permission)).ToLowerInvariant()}.");
