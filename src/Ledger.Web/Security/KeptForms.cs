using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Primitives;

namespace Ledger.Web.Security;

/// <summary>A form that was sent when nobody was signed in any more.</summary>
/// <param name="Address">Where it was sent, a path of this site with its query.</param>
/// <param name="Fields">What was typed, in its order.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeptField> Fields);

public sealed record KeptField(string Name, string Value);

/// <summary>
/// Loses nothing that was typed into a form when its session has ended meanwhile: the page that asks to sign in again
/// carries it along, sealed, and hands it back for one more press of the button.
/// </summary>
/// <remarks>
/// Only a form that a page of this site has sent is kept, by its <c>Origin</c>; and only what this site has sealed is
/// handed back. So nobody else can put words before somebody who signs in.
/// </remarks>
public sealed class KeptForms(IDataProtectionProvider protection)
{
    /// <summary>The page that asks to sign in again; it answers the address that the form was sent to.</summary>
    public const string Path = "/sign-in/again";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly object Item = new();

    private readonly ITimeLimitedDataProtector protector =
        protection.CreateProtector("Ledger.KeptForms").ToTimeLimitedDataProtector();

    public string Seal(KeptForm form) => protector.Protect(JsonSerializer.Serialize(form), Lifetime);

    /// <summary>What was sealed; null when it is something else, or too old.</summary>
    public KeptForm? Open(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text)
                ? null
                : JsonSerializer.Deserialize<KeptForm>(protector.Unprotect(text));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The form of a request that came too late.</summary>
    public static async Task<KeptForm> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        var address = context.Items[Item] as string ?? "/";
        return new(address, [.. form.SelectMany(Fields).Where(field => !IsOfTheOldSession(field))]);
    }

    /// <summary>Whether the request is a form that can be kept; if so, its answer is to be made by the page.</summary>
    internal static bool TryKeep(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !SameOriginWrites.IsOwn(request))
            return false;

        context.Items[Item] = $"{request.PathBase}{request.Path}{request.QueryString}";
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return true;
    }

    internal static bool Has(HttpContext context) => context.Items.ContainsKey(Item);

    // The token of the form was made for somebody who is not signed in any more.
    private static bool IsOfTheOldSession(KeptField field) => field.Name == "__RequestVerificationToken";

    private static IEnumerable<KeptField> Fields(KeyValuePair<string, StringValues> field) =>
        field.Value.Select(value => new KeptField(field.Key, value ?? ""));
}

internal static class KeptFormsPipeline
{
    /// <summary>Lets the page that asks to sign in again answer a form that came too late.</summary>
    public static IApplicationBuilder UseKeptForms(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (!KeptForms.Has(context) || context.Response.HasStarted)
            return;

        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        (context.Request.Path, context.Request.QueryString) = (KeptForms.Path, QueryString.Empty);
        await next(context);
    });
}
