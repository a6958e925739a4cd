using Ledger.Application.People;
using Microsoft.AspNetCore.Authorization;

namespace Ledger.Web.Security;

/// <summary>
/// One policy for each <see cref="Permission"/>, under its name: a page that edits stories says
/// <c>[Authorize(nameof(Permission.EditStories))]</c>. Who has it stands in <see cref="Permissions"/> alone.
/// </summary>
internal static class Policies
{
    public static void Add(AuthorizationOptions options)
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            options.AddPolicy(permission.ToString(), policy => policy
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.ToActor()?.May(permission) == true));
        }
    }
}
