using Ledger.Domain;

namespace Ledger.Application.People;

/// <summary>The things that need a role.</summary>
public enum Permission
{
    EditStories, ApproveCorrections, ApproveFixes, RemoveStories, ManagePolicy, ReadLog, ReadSignIns, ManagePeople,
    OperateDatabase, ReportErrors, HandleReports, ManageWebhooks,
    EraseContent,
}

/// <summary>Who may do what: the whole table.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, (Scope Scope, Role[] Roles)> Table = new()
    {
        [Permission.EditStories] = (Scope.Write, [Role.Editor, Role.Standards]),
        [Permission.ApproveCorrections] = (Scope.Write, [Role.Standards]),
        [Permission.ManagePolicy] = (Scope.Write, [Role.Standards, Role.Admin]),
        [Permission.ReadLog] = (Scope.Read, [Role.Auditor, Role.Editor, Role.Standards, Role.Admin]),
        [Permission.ReadSignIns] = (Scope.Admin, [Role.Admin, Role.Auditor]),
        [Permission.ManagePeople] = (Scope.Admin, [Role.Admin]),
        [Permission.ManageWebhooks] = (Scope.Admin, [Role.Admin]),
        [Permission.OperateDatabase] = (Scope.Admin, [Role.Admin]),
        [Permission.ReportErrors] = (Scope.Write, [.. Enum.GetValues<Role>()]),
        [Permission.HandleReports] = (Scope.Write, [Role.Editor, Role.Standards]),
        [Permission.ApproveFixes] = (Scope.Write, [Role.Standards]),

        // To ask for words to be erased by law, and to approve what another has asked for.
        [Permission.EraseContent] = (Scope.Write, [Role.Standards, Role.Admin]),

        // To remove a story for legal reasons, and to publish one again that was removed so.
        [Permission.RemoveStories] = (Scope.Write, [Role.Standards]),
    };

    /// <summary>The roles of which any one suffices.</summary>
    public static IReadOnlyList<Role> RolesFor(Permission permission) => Table[permission].Roles;

    /// <summary>What a token must be made for, beside the role of its account.</summary>
    public static Scope ScopeFor(Permission permission) => Table[permission].Scope;

    public static bool May(this Actor actor, Permission permission) =>
        Table[permission].Roles.Any(actor.Has)
        && (actor.Scopes is null || actor.Scopes.Contains(Table[permission].Scope));
}

public sealed record NotAllowed(Permission Permission) : Refusal("not-allowed",
    $"This needs one of the roles {string.Join(", ", Permissions.RolesFor(Permission)).ToLowerInvariant()}.");
