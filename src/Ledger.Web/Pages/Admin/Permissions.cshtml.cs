using Ledger.Application.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ledger.Web.Pages.Admin;

/// <summary>The table of permissions, as the program goes by it.</summary>
[Authorize(nameof(Permission.ReadSignIns))]
public sealed class PermissionsModel : PageModel;
