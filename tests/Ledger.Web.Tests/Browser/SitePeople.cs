using System.Net;
using Ledger.Application.People;
using Ledger.Hosting.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Web.Tests.Browser;

/// <summary>Accounts with everything that a page about people can show.</summary>
internal static class SitePeople
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    public static IReadOnlyList<(string Name, string Path)> Pages { get; } =
    [
        ("account", "/account"), ("people", "/admin/people"), ("person", "/admin/people/mira.vance"),
        ("sign-ins", "/admin/sign-ins"), ("sign-ins-none", "/admin/sign-ins?account=nobody"),
        ("sign-ins-problem", "/admin/sign-ins?kind=nonsense"), ("permissions", "/admin/permissions"),
        ("person-unknown", "/admin/people/nobody"), ("webhooks", "/admin/webhooks"),
    ];

    /// <returns>The address of a one-time link.</returns>
    public static async Task<string> FillAsync(WebServer server)
    {
        var cancel = TestContext.Current.CancellationToken;
        var accounts = server.Services.GetRequiredService<AccountStore>();
        var mira = await accounts.AddAsync(
            new("mira.vance", "Mira Vance", [Role.Editor]) { Desks = ["Sport", "Town"] }, Origin.Program, cancel);
        await accounts.AddAsync(new("old.hand", "Gone Long Ago", [Role.Standards]), Origin.Program, cancel);
        await accounts.DisableAsync("old.hand", Origin.Program, cancel);
        await accounts.CreateTokenAsync(
            new(mira.Name, "The wire of the night desk", DateTimeOffset.UtcNow.AddDays(90)), Origin.Program, cancel);
        await server.Services.GetRequiredService<SessionStore>().StartAsync(mira, "203.0.113.0/24", Agent, cancel);
        await server.Services.GetRequiredService<SignIns>().SignInAsync(
            mira.Name, "a wrong password", new(IPAddress.Parse("203.0.113.7"), Agent), cancel);
        return OneTimeLinks.Path + await server.Services.GetRequiredService<OneTimeLinks>().CreateAsync(
            mira.Name, Origin.Program, cancel);
    }
}
